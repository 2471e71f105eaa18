import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Extension } from './host-contract.ts';
import { sharedByHost } from './shared-modules.ts';
import type { ShareScope } from './take-shared.ts';

interface Container {
  init: (scope: ShareScope) => void;
  get: (module: string) => Promise<() => { default: Extension[] }>;
}

class Script {
  src = 'https://dashboard.example/_mf/nimWizard/remoteEntry.js';
}

/** Runs the entry as the classic script that the host loads. */
const loadEntry = async (): Promise<Container> => {
  vi.resetModules();
  await import('./remote-entry.ts');
  return (globalThis as unknown as { nimWizard: Container }).nimWizard;
};

const extensionsOf = async (container: Container): Promise<Extension[]> =>
  (await container.get('./extensions'))().default;

/** A code reference of the list, which needs the code behind it. */
const anyReference = async (container: Container): Promise<() => Promise<unknown>> => {
  const field = (await extensionsOf(container)).find(({ type }) => type.endsWith('/wizard-field'));
  return field?.properties['field'] as () => Promise<unknown>;
};

/** A host that offers every shared module, and says which were taken. */
const hostScope = (): { scope: ShareScope; taken: string[] } => {
  const taken: string[] = [];
  const scope = Object.fromEntries(
    Object.entries(sharedByHost).map(([name, least]) => [
      name,
      {
        [`${least}.0`]: {
          get: () => {
            taken.push(name);
            return () => ({ name });
          },
        },
      },
    ]),
  );
  return { scope, taken };
};

beforeEach(() => {
  vi.stubGlobal('HTMLScriptElement', Script);
  vi.stubGlobal('document', { currentScript: new Script() });
});

afterEach(() => {
  vi.unstubAllGlobals();
  Reflect.deleteProperty(globalThis, 'nimWizard');
  Reflect.deleteProperty(globalThis, Symbol.for('nimWizard.shared'));
});

describe('the federated entry', () => {
  it('is a container under the name of the module', async () => {
    expect(await loadEntry()).toEqual({ init: expect.any(Function), get: expect.any(Function) });
  });

  it('has the list of extensions', async () => {
    const [area] = await extensionsOf(await loadEntry());
    expect(area).toEqual({
      type: 'app.area',
      properties: { id: 'nim-wizard', reliantAreas: ['nim-model'] },
    });
  });

  it('has nothing else', async () => {
    const container = await loadEntry();
    await expect(container.get('./settings')).rejects.toThrow(
      'The federated module nimWizard has no ./settings.',
    );
  });

  it('asks the network for nothing, and the host for no module, before it is used', async () => {
    const fetchStub = vi.fn<typeof fetch>();
    vi.stubGlobal('fetch', fetchStub);
    const { scope, taken } = hostScope();
    const container = await loadEntry();
    container.init(scope);
    await extensionsOf(container);
    expect(fetchStub).not.toHaveBeenCalled();
    expect(taken).toEqual([]);
  });

  it("takes the host's modules, once, before the code behind a reference is loaded", async () => {
    const { scope, taken } = hostScope();
    const container = await loadEntry();
    container.init(scope);
    const reference = await anyReference(container);
    // Node cannot import the code from an https address.
    const outcomes = await Promise.allSettled([reference(), reference()]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(taken.toSorted()).toEqual(Object.keys(sharedByHost).toSorted());
    expect(Reflect.get(globalThis, Symbol.for('nimWizard.shared'))).toHaveProperty(
      ['react', 'name'],
      'react',
    );
  });

  it('tries again when a module of the host could not be taken', async () => {
    const { scope, taken } = hostScope();
    let failures = 1;
    const react = {
      '18.3.1': {
        get: () => {
          failures -= 1;
          return failures < 0 ? () => ({}) : Promise.reject(new Error('chunk 7 failed'));
        },
      },
    };
    const container = await loadEntry();
    container.init({ ...scope, react });
    const reference = await anyReference(container);
    await expect(reference()).rejects.toThrow('chunk 7 failed');
    taken.length = 0;
    await expect(reference()).rejects.not.toThrow('chunk 7 failed');
    expect(taken).toContain('@patternfly/react-core');
  });

  it('says which module the host does not have', async () => {
    const container = await loadEntry();
    container.init({});
    const reference = await anyReference(container);
    await expect(reference()).rejects.toThrow(/^nimWizard needs .* it provides none\.$/);
  });
});

const IMPORT = /^(?:import|export) (?!type\b)(?:[^;']*? from )?'([^']+)'/gm;
const TYPES_ONLY = /^import \{(?:\s*type [^,}]+,?)+\s*\} from/;

/** The files whose code a file takes in, directly or not; what is imported for its types is not. */
const takenIn = (file: string): string[] => {
  const source = readFileSync(file, 'utf8');
  const imports = [...source.matchAll(IMPORT)]
    .filter(([statement]) => !TYPES_ONLY.test(statement))
    .map(([, name = '']) => (name.startsWith('.') ? join(dirname(file), name) : name));
  return imports.flatMap((name) => [name, ...(name.startsWith('/') ? takenIn(name) : [])]);
};

describe("the entry's source", () => {
  it('takes in the list, the name in it and the sharing, and nothing else', () => {
    const files = takenIn(join(import.meta.dirname, 'remote-entry.ts'));
    const names = new Set(files.map((file) => relative(import.meta.dirname, file)));
    expect([...names].toSorted()).toEqual([
      '../words/nim.ts',
      'extension-list.ts',
      'field-ids.ts',
      'host-contract.ts',
      'shared-modules.ts',
      'take-shared.ts',
    ]);
  });
});
