import { join } from 'node:path';

/** Where a control plane keeps its files and listens. */
export interface Layout {
  folder: string;
  ports: { etcd: number; etcdPeer: number; apiserver: number };
  adminToken: string;
}

export const etcdArgs = ({ folder, ports }: Layout): string[] => {
  const client = `http://127.0.0.1:${ports.etcd}`;
  const peer = `http://127.0.0.1:${ports.etcdPeer}`;
  return [
    `--data-dir=${join(folder, 'etcd')}`,
    `--listen-client-urls=${client}`,
    `--advertise-client-urls=${client}`,
    `--listen-peer-urls=${peer}`,
    `--initial-advertise-peer-urls=${peer}`,
    `--initial-cluster=default=${peer}`,
  ];
};

export const kubeApiserverArgs = ({ folder, ports }: Layout): string[] => [
  `--etcd-servers=http://127.0.0.1:${ports.etcd}`,
  `--cert-dir=${folder}`,
  '--bind-address=127.0.0.1',
  `--secure-port=${ports.apiserver}`,
  '--authorization-mode=RBAC',
  `--token-auth-file=${join(folder, 'tokens.csv')}`,
  `--service-account-key-file=${join(folder, 'sa.pub')}`,
  `--service-account-signing-key-file=${join(folder, 'sa.key')}`,
  '--service-account-issuer=https://kubernetes.default.svc',
  '--service-cluster-ip-range=10.0.0.0/24',
  // No pods run here, so none needs an account.
  '--disable-admission-plugins=ServiceAccount',
];

/** Only the controllers whose work a user of the API sees; none that would make objects of its own. */
const controllers = ['garbagecollector', 'serviceaccount-token', 'namespace', 'pvc-protection'];

/** The first minor version without the insecure port, and without the flag that turns it off. */
const withoutInsecurePort = 24;

export const controllerManagerArgs = ({ folder }: Layout, version: string): string[] => {
  const minor = Number(/^v1\.(\d+)/.exec(version)?.[1] ?? withoutInsecurePort);
  return [
    `--kubeconfig=${join(folder, 'kubeconfig')}`,
    `--service-account-private-key-file=${join(folder, 'sa.key')}`,
    `--root-ca-file=${join(folder, 'apiserver.crt')}`,
    `--controllers=${controllers.join(',')}`,
    '--leader-elect=false',
    '--bind-address=127.0.0.1',
    '--secure-port=0',
    ...(minor < withoutInsecurePort ? ['--port=0'] : []),
  ];
};
