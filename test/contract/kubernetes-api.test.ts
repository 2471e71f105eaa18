import { afterAll, beforeAll, describe } from 'vitest';
import { startEmbedded, startReal, type ContractCluster } from './contract-cluster.ts';
import { callers } from './contracts/callers.ts';
import { changes } from './contracts/changes.ts';
import { configMaps } from './contracts/config-maps.ts';
import { creation } from './contracts/creation.ts';
import { customResources } from './contracts/custom-resources.ts';
import { deletion } from './contracts/deletion.ts';
import { editedTokens } from './contracts/edited-tokens.ts';
import { goldenObjects } from './contracts/golden-bundles.ts';
import { keyReplacement } from './contracts/key-replacement.ts';
import { lists } from './contracts/lists.ts';
import { metadataOnly } from './contracts/metadata-only.ts';
import { missingMembers } from './contracts/missing-members.ts';
import { namedAccess } from './contracts/named-access.ts';
import { preview } from './contracts/preview.ts';
import { restart } from './contracts/restart.ts';
import { roles } from './contracts/roles.ts';
import { secrets } from './contracts/secrets.ts';
import { seedData } from './contracts/seed-data.ts';
import { selfSubject } from './contracts/self-subject.ts';
import { volumeClaims } from './contracts/volume-claims.ts';
import { minorVersionIn } from './server-version.ts';
import { wholeAnswers } from './whole-answers.ts';

// One file for both clusters, so that a real control plane is started once: it takes most of the time.

const assets = process.env['KUBEBUILDER_ASSETS'];
const crds = process.env['NIM_CRDS'];

const started = (start: () => Promise<ContractCluster>): (() => ContractCluster) => {
  let cluster: ContractCluster | undefined;
  beforeAll(async () => {
    cluster = await start();
  });
  afterAll(async () => {
    await cluster?.stop();
  });
  return () => {
    if (!cluster) {
      throw new Error('the cluster has not started');
    }
    return cluster;
  };
};

const contracts = [
  seedData,
  callers,
  creation,
  secrets,
  configMaps,
  volumeClaims,
  roles,
  changes,
  deletion,
  lists,
  metadataOnly,
  keyReplacement,
  missingMembers,
  namedAccess,
];

/** Of custom resources: a real control plane needs their published schemas. The last one leaves its objects behind. */
const customContracts = [customResources, restart, editedTokens, goldenObjects, preview];

describe('the embedded cluster', () => {
  const cluster = started(startEmbedded);
  for (const contract of [...contracts, ...customContracts, selfSubject]) {
    contract(cluster);
  }
});

const SELF_SUBJECT_REVIEW_SINCE = 28;
const minorVersion = assets ? minorVersionIn(assets) : 0;
const isTooOld = assets !== undefined && minorVersion < SELF_SUBJECT_REVIEW_SINCE;
const tooOld = isTooOld ? ` (skipped: Kubernetes 1.${minorVersion} has no SelfSubjectReview)` : '';

const withoutServer = assets ? '' : ' (skipped: KUBEBUILDER_ASSETS is not set)';
const withoutSchemas = crds ? '' : ' (skipped: NIM_CRDS is not set)';

if (withoutServer || withoutSchemas) {
  process.stderr.write(`Contract tests: a real control plane${withoutServer || withoutSchemas}\n`);
}

describe.skipIf(!assets)(`a real control plane${withoutServer}`, () => {
  const cluster = started(() => startReal(assets ?? '', crds));
  for (const contract of contracts) {
    contract(cluster);
  }
  describe.skipIf(!crds)(`with the published schemas${withoutSchemas}`, () => {
    for (const contract of customContracts) {
      contract(cluster);
    }
  });
  describe.skipIf(isTooOld)(`that is new enough${tooOld}`, () => {
    selfSubject(cluster);
  });
  describe('and the embedded cluster', () => {
    wholeAnswers(started(startEmbedded), cluster);
  });
});
