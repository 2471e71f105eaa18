import {
  catalogModelSchema,
  imageTagSchema,
  type CatalogModel,
} from '../../catalog/catalog-model.ts';
import { describeFault } from '../../catalog/describe-fault.ts';
import { describeModel } from '../../catalog/describe-model.ts';
import { orderVersions } from '../../catalog/order-versions.ts';
import { describeAnswer, type NgcAnswer } from '../ngc/ngc-answer.ts';
import type { Repository } from '../ngc/ngc-answers.ts';
import { cleanText } from './clean-text.ts';
import { foundId, type FoundModel } from './found-model.ts';
import type { ModelOutcome } from './model-outcome.ts';

/** Unavailable for legal reasons: what NVIDIA answers in the EU for some models. */
export const EU_RESTRICTED_CODE = 451;

/** All that is known of a model when its entry is made. */
export interface ModelFacts {
  found: FoundModel;
  repository: NgcAnswer<Repository>;
  /** The model's entry in an earlier catalog. */
  previous?: CatalogModel | undefined;
  /** Somebody in the EU was answered 451 for it. */
  isEuRestricted: boolean;
}

/** Why a model is not even asked for; undefined if it is. */
export const whyNotAsked = (found: FoundModel): ModelOutcome | undefined =>
  found.latestTag === undefined
    ? { status: 'left-out', id: foundId(found), reason: 'has no latestTag: nothing to deploy' }
    : undefined;

/** The catalog entry of a model, or why there is none. */
export const draftEntry = (facts: ModelFacts): ModelOutcome => {
  const { repository } = facts;
  if (repository.status === 'ok') {
    return entryFrom(facts, repository.value);
  }
  return repository.status === 'refused' && repository.code === EU_RESTRICTED_CODE
    ? entryFrom({ ...facts, isEuRestricted: true }, undefined)
    : {
        status: 'failed',
        id: foundId(facts.found),
        reason: describeAnswer(repository),
        ...(repository.status === 'refused' ? { code: repository.code } : {}),
      };
};

/** Without a repository, which 451 hides, the tags are those known from elsewhere. */
const entryFrom = (facts: ModelFacts, repository: Repository | undefined): ModelOutcome => {
  const { found, previous } = facts;
  const id = foundId(found);
  const { tags, refused } = usableTags(
    repository?.tags ?? [...(previous?.tags ?? []), ...(found.latestTag ? [found.latestTag] : [])],
  );
  if (tags.length === 0) {
    return { status: 'left-out', id, reason: 'has no tag that makes an image reference' };
  }
  const fields = fieldsOf(facts, repository, tags);
  const parsed = catalogModelSchema.safeParse(fields);
  if (!parsed.success) {
    return { status: 'left-out', id, reason: describeFault(parsed.error, fields) };
  }
  const notes = [
    ...refused.map((tag) => `tag ${JSON.stringify(tag)} makes no image reference and is left out`),
    ...(repository === undefined ? [hiddenNote(previous)] : []),
  ];
  return { status: 'listed', id, entry: parsed.data, notes };
};

const hiddenNote = (previous: CatalogModel | undefined): string =>
  previous === undefined
    ? 'NVIDIA hides it here (451): only its latest tag is known'
    : 'NVIDIA hides it here (451): its tags are those of the earlier catalog and the latest one';

/** Newest first, by what tags mean; NVIDIA lists them in any order. */
const usableTags = (listed: readonly string[]): { tags: string[]; refused: string[] } => {
  return {
    tags: orderVersions(listed.filter(isTag)).map(({ tag }) => tag),
    refused: [...new Set(listed.filter((tag) => !isTag(tag)).map((tag) => tag.slice(0, 130)))],
  };
};

const fieldsOf = (
  { found, previous, isEuRestricted }: ModelFacts,
  repository: Repository | undefined,
  tags: string[],
): Record<string, unknown> => {
  const namespace = `${found.org}/${found.team}`;
  const displayName = cleanText(repository?.displayName ?? found.displayName ?? '') || found.name;
  const ownText = cleanText(repository?.shortDescription ?? '') || previous?.shortDescription;
  const latestTag = [repository?.latestTag, found.latestTag].find(isTag);
  const updatedDate = [repository?.updatedDate, found.updatedDate, previous?.updatedDate].find(
    isDate,
  );
  // The search says it of its own latest tag.
  const latestTagPushedDate = latestTag === found.latestTag ? found.latestTagPushedDate : undefined;
  const latestImageSize = repository?.latestImageSize ?? previous?.['latestImageSize'];
  return {
    name: found.name,
    displayName,
    shortDescription: ownText || describeModel({ displayName, namespace }),
    namespace,
    tags,
    ...(latestTag === undefined ? {} : { latestTag }),
    ...(isDate(latestTagPushedDate) ? { latestTagPushedDate } : {}),
    ...(updatedDate === undefined ? {} : { updatedDate }),
    euRestricted: isEuRestricted,
    ...(latestImageSize === undefined ? {} : { latestImageSize }),
  };
};

const isTag = (tag: string | undefined): boolean => imageTagSchema.safeParse(tag).success;

const isDate = (text: string | undefined): boolean =>
  text !== undefined && text.length <= 40 && !Number.isNaN(Date.parse(text));
