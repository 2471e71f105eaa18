import { describe, expect, it } from 'vitest';
import { objectAt } from '../../embedded/cluster/json.ts';
import { eventually } from '../contract-cluster.ts';
import {
  blamedFields,
  create,
  failureOf,
  get,
  given,
  merge,
  meta,
  paths,
  remove,
  tryCreate,
  volumeClaim,
} from '../requests.ts';
import type { Contract } from './contract.ts';

const ofSize = (storage: unknown) => volumeClaim('sized', { resources: { requests: { storage } } });

export const volumeClaims: Contract = (cluster) => {
  describe('PersistentVolumeClaims', () => {
    it('get the default class, a mode, a phase and protection', async () => {
      const made = await given(cluster(), 'ada', paths.volumeClaims, volumeClaim('plain'));
      expect(made).toMatchObject({
        spec: { storageClassName: 'standard-csi', volumeMode: 'Filesystem' },
        status: { phase: 'Pending' },
        metadata: { finalizers: ['kubernetes.io/pvc-protection'] },
      });
    });

    it.each(['fast-nvme', ''])('keep the class that was chosen: %o', async (storageClassName) => {
      const body = volumeClaim('classy', { storageClassName });
      const answer = await cluster().ask('ada', tryCreate(paths.volumeClaims, body));
      expect(objectAt(answer.body, 'spec')['storageClassName']).toBe(storageClassName);
    });

    it.each([
      ['30Gi', '30Gi'],
      ['1024Mi', '1Gi'],
      ['0.5Gi', '512Mi'],
      ['1.5Gi', '1536Mi'],
      [1000, '1k'],
      ['1000M', '1G'],
      ['1500m', '1500m'],
      ['12345678Ki', '12345678Ki'],
      ['0.1', '100m'],
    ])('write the size %s as %s', async (given_, kept) => {
      const answer = await cluster().ask('ada', tryCreate(paths.volumeClaims, ofSize(given_)));
      expect(objectAt(answer.body, 'spec')['resources']).toEqual({ requests: { storage: kept } });
    });

    it.each(['abc', '10 Gi', '1GiB', '', true])('do not read the size %o', async (size) => {
      const answer = await cluster().ask('ada', tryCreate(paths.volumeClaims, ofSize(size)));
      expect(failureOf(answer)).toBe('400 BadRequest');
    });

    it.each([
      ['no size', { resources: {} }, ['spec.resources[storage]']],
      [
        'a size of nothing',
        { resources: { requests: { storage: '0' } } },
        ['spec.resources[storage]'],
      ],
      ['no access mode', { accessModes: [] }, ['spec.accessModes']],
      ['an unknown access mode', { accessModes: ['Sometimes'] }, ['spec.accessModes']],
      ['an unknown volume mode', { volumeMode: 'Tape' }, ['spec.volumeMode']],
      ['a class with a bad name', { storageClassName: 'A_' }, ['spec.storageClassName']],
    ])('refuse %s', async (_what, spec, fields) => {
      const answer = await cluster().ask(
        'ada',
        create(paths.volumeClaims, volumeClaim('bad', spec)),
      );
      expect(failureOf(answer)).toBe('422 Invalid');
      expect(blamedFields(answer)).toEqual(fields);
    });

    it('never change their spec', async () => {
      await given(cluster(), 'ada', paths.volumeClaims, volumeClaim('still'));
      const path = `${paths.volumeClaims}/still`;
      const change = (spec: object) => cluster().ask('ada', merge(path, { spec }));
      const grown = await change({ resources: { requests: { storage: '40Gi' } } });
      const shrunk = await change({ resources: { requests: { storage: '1Gi' } } });
      const moved = await change({ storageClassName: 'fast-nvme' });
      const same = await change({ resources: { requests: { storage: '30720Mi' } } });
      expect([grown, shrunk, moved].map(failureOf)).toEqual(
        Array.from({ length: 3 }, () => '422 Invalid'),
      );
      expect([grown, shrunk, moved].map(blamedFields)).toEqual([
        ['spec'],
        ['spec', 'spec.resources.requests.storage'],
        ['spec'],
      ]);
      expect(same.code).toBe(200);
    });

    it('are answered when deleted, and marked', async () => {
      await given(cluster(), 'ada', paths.volumeClaims, volumeClaim('marked'));
      const answer = await cluster().ask('ada', remove(`${paths.volumeClaims}/marked`));
      expect(answer.code).toBe(200);
      expect(meta(answer)['deletionTimestamp']).toBeDefined();
    });

    it('are gone a little after their deletion', async (context) => {
      context.skip(!cluster().controllers, 'this control plane has no controllers');
      await given(cluster(), 'ada', paths.volumeClaims, volumeClaim('leaving'));
      const path = `${paths.volumeClaims}/leaving`;
      await cluster().ask('ada', remove(path));
      const later = await eventually(
        () => cluster().ask('ada', get(path)),
        ({ code }) => code === 404,
      );
      expect(later.code).toBe(404);
    });
  });
};
