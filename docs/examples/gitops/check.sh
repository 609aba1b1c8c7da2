#!/bin/sh
# What a pull request means for every node: what is wrong with it, or what would change. `check.sh main` compares with main.
set -eu
base=${1:-main}
failed=0
for dir in nodes/*; do
  node=$(basename "$dir")
  if ! frrkit check --dir "$dir" --node-name "$node"; then
    failed=1
  elif git cat-file -e "$base:./$dir"; then
    frrkit diff --dir "$dir" --node-name "$node" --against-commit "$base" || failed=1
  fi
done
exit "$failed"
