import { describe, expect, it } from 'vitest';
import { isJsonObject, type JsonObject } from '../embedded/cluster/json.ts';
import type { Asked, ContractAnswer, ContractCluster } from './contract-cluster.ts';
import {
  accessReview,
  configMap,
  create,
  get,
  inferenceService,
  merge,
  operate,
  paths,
  remove,
  replace,
  role,
  roleBinding,
  secret,
  serviceAccount,
  tryCreate,
  volumeClaim,
} from './requests.ts';

type Question = [user: string | undefined, asked: Asked];

const s = `${paths.secrets}/whole`;
const i = `${paths.inferenceServices}/whole`;
const c = `${paths.configMaps}/whole`;
const v = `${paths.volumeClaims}/whole`;
const deleteOptions = { kind: 'DeleteOptions', apiVersion: 'v1' };

/** Asked of both clusters in this order; each answer must be the same to the letter. */
const questions: Question[] = [
  ['nobody', get(paths.secrets)],
  [undefined, get(paths.secrets)],
  ['vic', get(`${paths.configMaps}?fieldSelector=metadata.name%3Dx`)],
  ['vic', create(paths.inferenceServices, inferenceService('whole'))],
  ['vic', get('/api/v1/namespaces')],
  ['vic', get('/api/v1/namespaces/fraud-detection')],
  ['vic', get('/nothing')],
  ['ada', get('/healthz')],
  ['admin', get('/api/v1/namespaces/nim-demo/gadgets')],
  ['admin', get('/apis/nothing.example.com/v1/gadgets')],
  ['ada', get(paths.hardwareProfiles)],
  ['ada', get(`${paths.templates}/nim-http-template`)],
  ['ada', get(`${paths.dashboardConfigs}/odh-dashboard-config`)],
  ['ada', get('/apis/storage.k8s.io/v1/storageclasses')],
  ['ada', get('/apis/project.openshift.io/v1/projects')],
  ['ada', accessReview({ verb: 'create', resource: 'secrets', namespace: 'nim-demo' })],
  ['vic', accessReview({ verb: 'create', resource: 'secrets', namespace: 'nim-demo' })],
  ['admin', accessReview({ verb: 'create', resource: 'secrets', namespace: 'nim-demo' })],
  ['ada', tryCreate(paths.secrets, secret('whole', { stringData: { a: 'b' } }))],
  [
    'ada',
    create(
      paths.secrets,
      secret('whole', { stringData: { a: 'b' } }, { labels: { whole: 'yes' } }),
    ),
  ],
  ['ada', create(paths.secrets, secret('whole'))],
  ['ada', get(`${paths.secrets}?labelSelector=whole%3Dyes`)],
  ['ada', create(paths.secrets, secret('Bad_Name'))],
  ['ada', create(paths.secrets, secret('a'.repeat(254)))],
  ['ada', create(paths.secrets, secret('x', {}, { labels: { 'a/b/c': 'x' } }))],
  ['ada', create(paths.secrets, secret('x', { data: { 'a b': '' } }))],
  ['ada', create(paths.secrets, secret('x', { type: 'kubernetes.io/dockerconfigjson' }))],
  ['ada', create(paths.secrets, secret('x', {}, { resourceVersion: '1' }))],
  ['ada', create(paths.secrets, secret('x', {}, { finalizers: ['foo', 'a b'] }))],
  ['ada', create(`${paths.secrets}?dryRun=Some`, secret('x'))],
  ['ada', create(paths.secrets, 'hello')],
  ['ada', merge(s, { type: 'a/b' })],
  ['ada', merge(s, { metadata: { resourceVersion: '1' } })],
  ['ada', merge(s, { metadata: { name: 'x' } })],
  ['ada', merge(s, { metadata: { namespace: 'x' } })],
  ['ada', operate(s, [{ op: 'test', path: '/type', value: 'x' }])],
  ['ada', operate(s, [{ op: 'replace', path: '/metadata/resourceVersion', value: '1' }])],
  ['ada', operate(`${s}?dryRun=All`, [{ op: 'copy', from: '/data/b', path: '/data/c' }])],
  ['ada', operate(s, [{ op: 'move', from: '/data/b', path: '/data/c' }])],
  ['vic', operate(s, [])],
  ['ada', get(`${paths.secrets}?fieldSelector=type%3DOpaque,metadata.name%3Dwhole`)],
  ['vic', get(`${paths.secrets}?fieldSelector=type%3DOpaque,metadata.name%3Dwhole`)],
  ['ada', replace(s, secret('x'))],
  ['ada', replace(s, secret('whole', {}, { uid: 'x' }))],
  ['ada', replace(paths.secrets, secret('x'))],
  ['ada', remove(s, { ...deleteOptions, preconditions: { uid: 'x' } })],
  ['ada', remove(s, { ...deleteOptions, propagationPolicy: 'x' })],
  ['ada', remove(`${s}?dryRun=All`)],
  ['ada', remove(s)],
  ['ada', remove(s)],
  ['admin', create(paths.secrets.replace('nim-demo', 'nowhere'), secret('x'))],
  ['ada', create(paths.configMaps, configMap('whole', { data: { a: 'b' }, immutable: true }))],
  ['ada', merge(c, { data: { a: 'c' }, immutable: false })],
  ['ada', merge(c, { metadata: { labels: { a: 'b' } } })],
  ['ada', tryCreate(paths.volumeClaims, volumeClaim('whole', { volumeMode: 'Tape' }))],
  ['ada', tryCreate(paths.volumeClaims, volumeClaim('whole', { accessModes: [], resources: {} }))],
  ['ada', create(paths.volumeClaims, volumeClaim('whole'))],
  ['ada', remove(v)],
  ['ada', create(paths.serviceAccounts, serviceAccount('whole'))],
  ['pat', tryCreate(paths.roles, role('whole'))],
  ['pat', create(paths.roles, role('x', { rules: [{ verbs: [] }] }))],
  [
    'pat',
    create(
      paths.roles,
      role('x', { rules: [{ apiGroups: [''], resources: ['nodes'], verbs: ['get', 'list'] }] }),
    ),
  ],
  [
    'pat',
    create(paths.roleBindings, roleBinding('x', { roleRef: { kind: 'Role', name: 'nothing' } })),
  ],
  [
    'admin',
    create(
      paths.roleBindings,
      roleBinding('x', {
        roleRef: { kind: 'Foo', name: '' },
        subjects: [{ kind: 'Bar', name: '' }],
      }),
    ),
  ],
  ['ada', tryCreate(paths.inferenceServices, inferenceService('whole', { bogus: 1 }))],
  ['ada', create(paths.inferenceServices, inferenceService('whole', { minReplicas: 1 }))],
  ['ada', create(paths.inferenceServices, inferenceService('whole'))],
  ['ada', create(paths.inferenceServices, inferenceService('x', { minReplicas: 'x' }))],
  ['ada', create(paths.inferenceServices, inferenceService('x', { scaleMetric: 'x' }))],
  ['ada', create(paths.inferenceServices, inferenceService('x', { model: { modelFormat: {} } }))],
  ['ada', create(paths.inferenceServices, { ...inferenceService('x'), kind: 'Foo' })],
  ['ada', create(paths.inferenceServices, { ...inferenceService('x'), apiVersion: 'v1' })],
  ['ada', replace(i, inferenceService('whole'))],
  ['ada', replace(i, inferenceService('whole', {}, { resourceVersion: '1' }))],
  ['ada', replace(`${paths.inferenceServices}/nothing`, inferenceService('nothing'))],
  ['ada', merge(i, { spec: { predictor: { minReplicas: 3, bogus: 1 } } })],
  ['ada', get(`${i}/scale`)],
  ['admin', get(`${i}/scale`)],
  ['admin', create('/apis/serving.kserve.io/v1beta1/inferenceservices', inferenceService('x'))],
  ['ada', get(i)],
  ['ada', operate(i, [{ op: 'add', path: '/spec/predictor/annotations', value: { a: 'b' } }])],
  ['ada', operate(i, [{ op: 'add', path: '/spec/predictor/annotations', value: { a: 1 } }])],
  ['ada', remove(i, { ...deleteOptions, preconditions: { resourceVersion: '1' } })],
  ['ada', remove(`${i}?dryRun=All`, { ...deleteOptions, dryRun: ['All'] })],
  ['ada', remove(i)],
];

const changing = new Set(['uid', 'resourceVersion', 'creationTimestamp', 'deletionTimestamp']);

/** Without what differs from one cluster to the next: identities, times, and who set which field. */
const comparable = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    return value.map(comparable);
  }
  if (isJsonObject(value)) {
    const entries = Object.entries(value).filter(([key]) => key !== 'managedFields');
    return Object.fromEntries(entries.map(([key, field]) => [key, comparableField(key, field)]));
  }
  return typeof value === 'string' ? withoutIdentities(value) : value;
};

const comparableField = (key: string, field: unknown): unknown =>
  changing.has(key) && typeof field === 'string' && field !== '' ? `<${key}>` : comparable(field);

const withoutIdentities = (text: string): string =>
  text
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<uid>')
    .replaceAll(/in record \(\d+\)/g, 'in record (<version>)');

/** Sentences and causes are worded anew from version to version; then only what a program reads is compared. */
const withoutWording = (body: JsonObject): JsonObject => {
  if (body['kind'] !== 'Status') {
    return body;
  }
  const { message: _message, details, ...rest } = body;
  const { causes: _causes, ...named } = isJsonObject(details) ? details : {};
  return { ...rest, details: named };
};

const wordedAsHere = 'v1.20.';

/** Asks both clusters the same questions and compares all that they say. */
export const wholeAnswers = (
  embedded: () => ContractCluster,
  real: () => ContractCluster,
): void => {
  describe('answer alike', () => {
    for (const [at, [user, asked]] of questions.entries()) {
      const body = asked.body === undefined ? '' : JSON.stringify(asked.body).slice(0, 60);
      it(`${at + 1}: ${user ?? 'anybody'} ${asked.method} ${asked.path} ${body}`, async () => {
        const isWorded = real().version.startsWith(wordedAsHere);
        const shown = ({ code, body: said }: ContractAnswer) =>
          comparable({ code, body: isWorded ? said : withoutWording(said) });
        const [expected, actual] = [
          shown(await real().ask(user, asked)),
          shown(await embedded().ask(user, asked)),
        ];
        expect(actual).toEqual(expected);
      });
    }
  });
};
