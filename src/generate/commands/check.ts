import { checkCatalog } from '../check-catalog.ts';
import { EXIT } from '../exit-code.ts';
import { readInput } from '../input.ts';

/** `nim-catalog check`: prints what is to be complained about; answers with the exit code. */
export const check = async (file: string): Promise<number> => {
  const { models, findings } = checkCatalog(await readInput(file));
  for (const finding of findings) {
    console.log(finding);
  }
  console.log(`${models} models can be read, ${findings.length} findings`);
  return findings.length === 0 ? EXIT.ok : EXIT.differences;
};
