import { registerHooks } from 'node:module';

/** PatternFly's modules import their style sheets, of which Node knows nothing. Import this first. */
registerHooks({
  load: (url, context, next) =>
    url.endsWith('.css')
      ? { format: 'commonjs', source: '', shortCircuit: true }
      : next(url, context),
});
