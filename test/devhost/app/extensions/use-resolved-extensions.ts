import { type Extension, type LoadedExtension, useExtensions } from '@openshift/dynamic-plugin-sdk';
import { useEffect, useState } from 'react';
import { useRuleBook } from '../rules/rule-book-context.tsx';
import { reportFaults, resolveCodeReferences } from './code-references.ts';

/** An extension whose code references have become the values that they promised. */
export interface ResolvedExtension<Properties> {
  type: string;
  uid: string;
  pluginName: string;
  properties: Properties;
}

interface Resolution<Properties> {
  extensions: ResolvedExtension<Properties>[];
  isLoaded: boolean;
  errors: unknown[];
}

const pending: Resolution<never> = { extensions: [], isLoaded: false, errors: [] };

const isOfType = new Map<string, (extension: Extension) => extension is Extension>();

/** One predicate a type: the SDK starts anew whenever the predicate's identity changes. */
const predicateOf = (type: string): ((extension: Extension) => extension is Extension) => {
  const predicate =
    isOfType.get(type) ??
    ((extension: Extension): extension is Extension => extension.type === type);
  isOfType.set(type, predicate);
  return predicate;
};

/** The extensions of a type that are in use, as they were listed. */
export const useListedExtensions = (type: string): LoadedExtension[] =>
  useExtensions(predicateOf(type));

/**
 * The extensions of a type that are in use, their code references resolved. One whose reference
 * rejects is left out. If any holds a function that is no code reference, the list never loads: in
 * the real dashboard that function's result is asked for a `then`, which throws, and the wizard
 * stays empty for every model.
 */
export const useResolvedExtensions = <Properties>(
  type: string,
  accept: (
    properties: Record<string, unknown>,
    extension: LoadedExtension,
  ) => Properties | undefined,
): Resolution<Properties> => {
  const ruleBook = useRuleBook();
  const listed = useListedExtensions(type);
  const [resolution, setResolution] = useState<Resolution<Properties>>(pending);

  useEffect(() => {
    let isCurrent = true;
    const resolveAll = async () => {
      const resolved = await Promise.all(
        listed.map(async (extension) => ({
          extension,
          ...(await resolveCodeReferences(extension.properties, reportFaults(ruleBook, extension))),
        })),
      );
      if (!isCurrent || resolved.some(({ faults }) => faults > 0)) {
        return;
      }
      const errors = resolved.flatMap((one) => one.errors);
      errors.forEach((error) =>
        ruleBook.error(`An extension of type ${type} did not load:`, error),
      );
      const extensions = resolved
        .filter((one) => one.errors.length === 0)
        .flatMap(({ extension, properties }) => {
          const accepted = accept(properties, extension);
          const { uid, pluginName } = extension;
          return accepted === undefined ? [] : [{ type, uid, pluginName, properties: accepted }];
        });
      setResolution({ extensions, isLoaded: true, errors });
    };
    void resolveAll();
    return () => {
      isCurrent = false;
      setResolution(pending);
    };
  }, [accept, listed, ruleBook, type]);

  return resolution;
};
