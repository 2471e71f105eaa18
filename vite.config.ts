import { builtinModules } from 'node:module';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import manifest from './package.json' with { type: 'json' };
import { hostShared } from './.ci/host-shared-plugin.ts';
import { noPreload } from './.ci/no-preload-plugin.ts';
import { precompress } from './.ci/precompress-plugin.ts';

const target = 'es2022';
const packages = [
  ...Object.keys(manifest.dependencies),
  ...Object.keys(manifest.peerDependencies),
  ...builtinModules.flatMap((name) => [name, `node:${name}`]),
];
const isPackage = (id: string): boolean =>
  packages.some((name) => id === name || id.startsWith(`${name}/`));

/** The code behind the list of extensions, loaded by the entry when the host resolves a reference. */
const plugin: UserConfig = {
  base: '/_mf/nimWizard/',
  resolve: {
    alias: [{ find: 'react/jsx-runtime', replacement: resolve('src/dashboard/jsx-runtime.ts') }],
  },
  plugins: [hostShared(), noPreload(), react(), precompress()],
  build: {
    outDir: 'dist/plugin',
    target,
    modulePreload: false,
    rolldownOptions: {
      input: {
        fields: './src/dashboard/fields.ts',
        deployment: './src/dashboard/deployment.ts',
        settings: './src/dashboard/settings.ts',
      },
      preserveEntrySignatures: 'strict',
      treeshake: { propertyReadSideEffects: false },
      output: { entryFileNames: '[name].js', chunkFileNames: 'assets/[name]-[hash].js' },
    },
  },
};

/** What the host loads at start-up: a classic script that sets the global `nimWizard`. */
const entry: UserConfig = {
  plugins: [precompress()],
  build: {
    outDir: 'dist/plugin',
    emptyOutDir: false,
    target,
    lib: {
      entry: './src/dashboard/remote-entry.ts',
      formats: ['iife'],
      name: 'nimWizardEntry',
      fileName: () => 'remoteEntry.js',
    },
  },
};

const nodeProgram = (input: string, outDir: string, fileName: string): UserConfig => ({
  build: {
    outDir,
    target: 'node20',
    ssr: input,
    rolldownOptions: { external: isPackage, output: { entryFileNames: fileName } },
  },
});

/** The library's one type: what it exports are extensions of the host's plugin SDK. */
const declareExtensions = (): Plugin => ({
  name: 'declare-extensions',
  generateBundle() {
    this.emitFile({
      type: 'asset',
      fileName: 'index.d.ts',
      source: [
        "import type { Extension } from '@openshift/dynamic-plugin-sdk';",
        'declare const extensions: Extension[];',
        'export default extensions;',
        '',
      ].join('\n'),
    });
  },
});

/** For a dashboard that bundles the plugin at build time: nothing of the host's is inside. */
const library: UserConfig = {
  plugins: [react(), declareExtensions()],
  build: {
    outDir: 'dist/extensions',
    target,
    lib: { entry: './src/dashboard/extensions.ts', formats: ['es'], fileName: () => 'index.js' },
    rolldownOptions: { external: isPackage },
  },
};

const devhost: UserConfig = {
  root: 'test/devhost/app',
  plugins: [react()],
  build: { outDir: '../../../build/devhost', emptyOutDir: true, target },
};

const configurations: Record<string, UserConfig> = {
  plugin,
  entry,
  service: nodeProgram('./src/verifier/main.ts', 'dist/service', 'main.js'),
  cli: nodeProgram('./src/generate/main.ts', 'dist/cli', 'nim-catalog.js'),
  library,
  devhost,
};

export default defineConfig(({ mode }) => configurations[mode] ?? { plugins: [react()] });
