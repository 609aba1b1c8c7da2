{{- /*
The frrkit.yaml of the daemon, or nothing where the daemon assembles itself. Without root it must not hand anything to FRR's
script, and MetalLB's namespace is an option of a plugin: only a file can say so, and a file names all plugins.
*/ -}}
{{- define "frrk8s.config" -}}
{{- $frrk8s := .Values.frrk8s -}}
{{- $usual := dict "plugins" (dict
  "source-crd" dict
  "source-metallb" dict
  "target-zebra" dict
  "target-bgpd" dict
  "target-bfdd" dict
  "target-raw" dict
  "reloader-vty" (ternary (dict "fallback" false) dict $frrk8s.rootless)
  "status-log" dict
  "status-node-state" dict
  "status-bgp-session" dict
  "status-events" dict
  "metrics-prometheus" dict) -}}
{{- $own := ternary $frrk8s.config $usual (not (empty $frrk8s.config)) -}}
{{- if $frrk8s.metallb.mode -}}
{{- toYaml (mergeOverwrite (deepCopy $own) (dict "plugins" (dict "source-metallb" (include "frrk8s.metallb" . | fromYaml)))) -}}
{{- else if or $frrk8s.config $frrk8s.rootless -}}
{{- toYaml $own -}}
{{- end -}}
{{- end }}

{{- /* The options of source-metallb. */ -}}
{{- define "frrk8s.metallb" -}}
{{- with .Values.frrk8s.metallb -}}
mode: {{ .mode }}
metallbNamespace: {{ .namespace }}
secretPassthrough: {{ .secretPassthrough }}
ignoreExcludeLB: {{ .ignoreExcludeLB }}
{{- with .loadBalancerClass }}
loadBalancerClass: {{ . | quote }}
{{- end }}
{{- end }}
{{- end }}
