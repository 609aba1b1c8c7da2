{{- /*
The frrkit.yaml of the daemon, or nothing where the daemon assembles itself. Without root it must not hand anything to FRR's
script, and only a file can say so; a file names all plugins.
*/ -}}
{{- define "frrk8s.config" -}}
{{- $rootless := dict "plugins" (dict
  "source-crd" dict
  "source-metallb" dict
  "target-zebra" dict
  "target-bgpd" dict
  "target-bfdd" dict
  "target-raw" dict
  "reloader-vty" (dict "fallback" false)
  "status-log" dict
  "status-node-state" dict
  "status-bgp-session" dict
  "status-events" dict
  "metrics-prometheus" dict) -}}
{{- if .Values.frrk8s.config -}}
{{- toYaml .Values.frrk8s.config -}}
{{- else if .Values.frrk8s.rootless -}}
{{- toYaml $rootless -}}
{{- end -}}
{{- end }}
