import { Buffer } from 'node:buffer'
import { parse } from 'protobufjs'
import { isFields, type KubeObject } from '../kube-object.ts'

/**
 * The kinds that kubectl and helm send in this form, with the numbers of their fields. What is not here they send as JSON,
 * or a message without a kind of ours is refused.
 */
const { root } = parse(
  `syntax = "proto2";
  message Unknown { optional TypeMeta typeMeta = 1; optional bytes raw = 2; }
  message TypeMeta { optional string apiVersion = 1; optional string kind = 2; }
  message ObjectMeta {
    optional string name = 1; optional string generateName = 2; optional string namespace = 3;
    optional string resourceVersion = 6; map<string, string> labels = 11; map<string, string> annotations = 12;
    repeated OwnerReference ownerReferences = 13; repeated string finalizers = 14;
  }
  message OwnerReference {
    optional string kind = 1; optional string name = 3; optional string uid = 4; optional string apiVersion = 5;
    optional bool controller = 6; optional bool blockOwnerDeletion = 7;
  }
  message DeleteOptions {
    optional int64 gracePeriodSeconds = 1; optional Preconditions preconditions = 2;
    optional string propagationPolicy = 4; repeated string dryRun = 5;
  }
  message Preconditions { optional string uid = 1; optional string resourceVersion = 2; }
  message Namespace { optional ObjectMeta metadata = 1; }
  message ServiceAccount { optional ObjectMeta metadata = 1; optional bool automountServiceAccountToken = 4; }
  message ConfigMap {
    optional ObjectMeta metadata = 1; map<string, string> data = 2; map<string, bytes> binaryData = 3;
    optional bool immutable = 4;
  }
  message Secret {
    optional ObjectMeta metadata = 1; map<string, bytes> data = 2; optional string type = 3;
    map<string, string> stringData = 4; optional bool immutable = 5;
  }
  message SelfSubjectAccessReview { optional ObjectMeta metadata = 1; optional SelfSubjectAccessReviewSpec spec = 2; }
  message SelfSubjectAccessReviewSpec {
    optional ResourceAttributes resourceAttributes = 1; optional NonResourceAttributes nonResourceAttributes = 2;
  }
  message ResourceAttributes {
    optional string namespace = 1; optional string verb = 2; optional string group = 3; optional string version = 4;
    optional string resource = 5; optional string subresource = 6; optional string name = 7;
  }
  message NonResourceAttributes { optional string path = 1; optional string verb = 2; }
  message SelfSubjectReview { optional ObjectMeta metadata = 1; }`,
  { keepCase: true },
)

/** Four bytes before everything that is in this form. */
const magic = 'k8s\0'

/** An object out of Kubernetes' protobuf, or undefined if it is of a kind that we do not read. */
export function readKubeProtobuf(body: Buffer): KubeObject | undefined {
  if (body.subarray(0, magic.length).toString('latin1') !== magic) return undefined
  const { typeMeta, raw } = decode('Unknown', body.subarray(magic.length))
  const { apiVersion, kind } = typeMeta as { readonly apiVersion: string; readonly kind: string }
  if (root.get(kind) === null) return undefined
  const fields = withoutEmpty(decode(kind, Buffer.from(raw as string, 'base64'))) as Pick<KubeObject, 'metadata'>
  return { ...fields, apiVersion, kind }
}

function decode(type: string, bytes: Uint8Array): Record<string, unknown> {
  const message = root.lookupType(type)
  return message.toObject(message.decode(bytes), { longs: Number, bytes: String })
}

const maps = ['labels', 'annotations', 'data', 'stringData', 'binaryData']

/** Go writes every string, also the empty one that stands for nothing. */
function withoutEmpty(value: object): object {
  const entries = Object.entries(value).map(([key, field]: [string, unknown]) => {
    return [key, isFields(field) && !maps.includes(key) ? withoutEmpty(field) : field] as const
  })
  return Object.fromEntries(
    entries.filter(([, field]) => field !== '' && !(isFields(field) && Object.keys(field).length === 0)),
  )
}
