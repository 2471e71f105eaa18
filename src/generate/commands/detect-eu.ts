import { askEachModel } from '../ask-each-model.ts';
import { askRepository } from '../collect-model.ts';
import { EU_RESTRICTED_CODE, whyNotAsked } from '../entries/draft-entry.ts';
import { euRestrictedText } from '../entries/eu-restricted.ts';
import { foundId, type FoundModel } from '../entries/found-model.ts';
import { CommandEnd, EXIT } from '../exit-code.ts';
import { describeAnswer } from '../ngc/ngc-answer.ts';
import { withNgcSession, type NgcOptions, type NgcSession } from '../ngc-session.ts';
import { say, writeOutput } from '../output.ts';

export interface DetectEuOptions extends NgcOptions {
  output: string;
  allowPartial?: boolean;
}

type Probe =
  | { status: 'restricted' | 'open' | 'not-asked'; id: string }
  | { status: 'failed'; id: string; reason: string; code?: number };

/** `nim-catalog detect-eu`: the models that are answered with 451 from here. */
export const detectEu = (options: DetectEuOptions): Promise<number> =>
  withNgcSession(options, async (session) => {
    const probes = await askEachModel(session, 'models probed', (found) => probe(found, session));
    const failed = probes.flatMap((one) => (one.status === 'failed' ? [one] : []));
    const restricted = probes.filter(({ status }) => status === 'restricted').map(({ id }) => id);
    const ended = session.ended();
    if (ended !== undefined) {
      const asked = `${probes.length - failed.length} of ${probes.length} models were asked for`;
      throw new CommandEnd(`${ended.message}: ${asked}, nothing is written`, ended.exitCode);
    }
    say(`${probes.length} models found, ${restricted.length} restricted, ${failed.length} failed`);
    failed.forEach(({ id, reason }) => say(`failed: ${id}: ${reason}`, 'red'));
    session.search.gaps.forEach((gap) => say(`failed: search: ${gap}`, 'red'));
    const isPartial = failed.length > 0 || session.search.gaps.length > 0;
    refusePartial(isPartial, failed.length === probes.length, options);
    if (restricted.length === 0) {
      say('none is restricted: this works only from an address in the EU', 'yellow');
    }
    await writeOutput(options.output, euRestrictedText(restricted));
    if (!isPartial) {
      session.kept.forget();
    }
    return isPartial ? EXIT.partial : EXIT.ok;
  });

const probe = async (found: FoundModel, session: NgcSession): Promise<Probe> => {
  const id = foundId(found);
  if (whyNotAsked(found) !== undefined) {
    return { status: 'not-asked', id };
  }
  const answer = await askRepository(found, session);
  if (answer.status === 'ok') {
    return { status: 'open', id };
  }
  if (answer.status === 'refused' && answer.code === EU_RESTRICTED_CODE) {
    return { status: 'restricted', id };
  }
  const reason = describeAnswer(answer);
  return answer.status === 'refused'
    ? { status: 'failed', id, reason, code: answer.code }
    : { status: 'failed', id, reason };
};

const refusePartial = (
  isPartial: boolean,
  isNothing: boolean,
  { allowPartial }: DetectEuOptions,
): void => {
  if (isNothing) {
    throw new CommandEnd('not one model could be probed', EXIT.unreachable);
  }
  if (isPartial && allowPartial !== true) {
    const why = 'the list is partial and is not written (--allow-partial writes it)';
    throw new CommandEnd(why, EXIT.partial);
  }
};
