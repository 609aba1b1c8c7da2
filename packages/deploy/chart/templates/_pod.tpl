{{- /* What both kinds of pods have in common. */ -}}
{{- define "frrk8s.image" -}}
image: {{ .Values.frrk8s.image.repository }}:{{ .Values.frrk8s.image.tag | default .Chart.AppVersion }}
{{- with .Values.frrk8s.image.pullPolicy }}
imagePullPolicy: {{ . }}
{{- end }}
{{- end }}

{{- define "frrk8s.frrImage" -}}
image: {{ .Values.frrk8s.frr.image.repository }}:{{ .Values.frrk8s.frr.image.tag | default .Chart.AppVersion }}
{{- with .Values.frrk8s.frr.image.pullPolicy }}
imagePullPolicy: {{ . }}
{{- end }}
{{- end }}

{{- define "frrk8s.tlsArgs" -}}
{{- with .Values.tls.cipherSuites }}
- --tls-cipher-suites={{ . }}
{{- end }}
{{- with .Values.tls.curvePreferences }}
- --tls-curve-preferences={{ . }}
{{- end }}
{{- with .Values.tls.minVersion }}
- --tls-min-version={{ . }}
{{- end }}
{{- end }}

{{- define "frrk8s.probeTimes" -}}
initialDelaySeconds: {{ .initialDelaySeconds }}
periodSeconds: {{ .periodSeconds }}
timeoutSeconds: {{ .timeoutSeconds }}
successThreshold: {{ .successThreshold }}
failureThreshold: {{ .failureThreshold }}
{{- end }}

{{- define "frrk8s.placement" -}}
{{- with .Values.frrk8s.runtimeClassName }}
runtimeClassName: {{ . }}
{{- end }}
{{- with .Values.imagePullSecrets }}
imagePullSecrets:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.frrk8s.priorityClassName }}
priorityClassName: {{ . | quote }}
{{- end }}
nodeSelector:
  kubernetes.io/os: linux
  {{- with .Values.frrk8s.nodeSelector }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{- with .Values.frrk8s.affinity }}
affinity:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- if or .Values.frrk8s.tolerateMaster .Values.frrk8s.tolerations }}
tolerations:
  {{- if .Values.frrk8s.tolerateMaster }}
  - {key: node-role.kubernetes.io/master, operator: Exists, effect: NoSchedule}
  - {key: node-role.kubernetes.io/control-plane, operator: Exists, effect: NoSchedule}
  {{- end }}
  {{- with .Values.frrk8s.tolerations }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{- end }}
{{- end }}

{{- /*
Asked in the container of FRR itself, not through ours: FRR shall not be restarted, and its sessions lost, because our
container is away. Another timeout than the value's: vtysh asks each daemon, and a busy bgpd answers late.
*/ -}}
{{- define "frrk8s.frrLives" -}}
exec:
  command:
    - /bin/sh
    - -c
    - |
      running=" $(vtysh -c 'show daemons') " || exit 1
      for daemon in bfdd bgpd staticd watchfrr zebra; do
        case $running in *" $daemon "*) ;; *) exit 1 ;; esac
      done
{{- end }}
