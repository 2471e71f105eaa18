import { describe, expect, it } from 'vitest';
import type { ReviewSection } from '../../../../../src/dashboard/host-contract.ts';
import { fieldWith, stateWith } from '../field.factory.ts';
import { reviewSections } from './review-sections.ts';

const reviewing = (...sections: ReviewSection[]) =>
  fieldWith({ getReviewSections: () => sections });
const item = (key: string, value: string | undefined, optional = false) => ({
  key,
  label: key,
  value: () => value,
  optional,
});
const shown = (...sections: ReviewSection[]) =>
  reviewSections([reviewing(...sections)], stateWith({ 'plugin/field': 'value' }), {});
const labels = (title: string, ...sections: ReviewSection[]) =>
  shown(...sections)
    .find((section) => section.title === title)
    ?.lines.map(({ label }) => label);

describe('reviewSections', () => {
  it('shows a section a page, in the order of the pages', () => {
    expect(shown().map(({ title }) => title)).toEqual([
      'Model details',
      'Model deployment',
      'Advanced settings',
    ]);
  });

  it('puts a field’s lines below those of the page that they name', () => {
    expect(
      labels('Model details', { title: 'Model details', items: [item('Model', 'llama')] }),
    ).toEqual(['Model type', 'Model location', 'Model']);
  });

  it('gives a section with a title of its own a place after the pages', () => {
    const sections = shown({ title: 'Model cache', items: [item('Size', '50Gi')] });
    expect(sections.at(-1)).toEqual({
      title: 'Model cache',
      lines: [{ key: 'Size', label: 'Size', value: '50Gi' }],
    });
  });

  it('leaves out optional lines without a value and sections without lines', () => {
    const sections = shown({ title: 'Model cache', items: [item('Sub-path', undefined, true)] });
    expect(sections.map(({ title }) => title)).not.toContain('Model cache');
  });

  it('lets a field say which serving runtime is used', () => {
    const runtime = item('modelServer', 'NIM');
    const section = {
      title: 'Model deployment',
      items: [{ ...runtime, label: 'Serving runtime' }],
    };
    expect(
      labels('Model deployment', section)?.filter((label) => label === 'Serving runtime'),
    ).toHaveLength(1);
  });

  it('asks no field that has no value', () => {
    const field = fieldWith({
      getReviewSections: () => expect.unreachable('The field has no value.'),
    });
    expect(reviewSections([field], stateWith(), {})).toHaveLength(3);
  });

  it('gives a field the data that its hook returned', () => {
    const field = fieldWith({
      getReviewSections: (value, _state, data) => [
        { title: 'Given', items: [item('Both', `${String(value)} ${String(data)}`)] },
      ],
    });
    const externalData = { 'plugin/field': { data: 'data', loaded: true } };
    const sections = reviewSections([field], stateWith({ 'plugin/field': 'value' }), externalData);
    expect(sections.at(-1)?.lines[0]?.value).toBe('value data');
  });
});
