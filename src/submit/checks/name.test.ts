import { describe, expect, it } from 'vitest';
import { assembleInferenceService } from '../../bundle/assemble-inference-service.ts';
import { choicesWith, runtimeWith } from '../../bundle/deployment.factory.ts';
import { checkName } from './name.ts';

const inDemo = (name: string) => ({ name, project: 'nim-demo' });
const nothing = { services: [], runtimes: [] };
const services = [assembleInferenceService(choicesWith({ name: 'llama' }))];
const runtimes = [runtimeWith()];

describe('the name of a deployment', () => {
  it.each(['llama', 'a', 'llama-3-1', 'a'.repeat(44)])('may be %s', (name) => {
    expect(checkName(inDemo(name), nothing)).toEqual([]);
  });

  it.each(['3llama', 'Llama', 'llama-', 'llama.3', ''])('may not be "%s"', (name) => {
    expect(checkName(inDemo(name), nothing)).toMatchObject([{ field: 'name', severity: 'stops' }]);
  });

  it('has, with that of the project, 52 characters at most', () => {
    expect(checkName(inDemo('a'.repeat(45)), nothing)).toEqual([
      {
        field: 'name',
        severity: 'stops',
        title: `The resource name "${'a'.repeat(45)}" is too long for this project`,
        body: "The model's address is made of both names: in the project nim-demo a resource name has 44 characters at most.",
      },
    ]);
  });

  it('has no room in a project with a very long name', () => {
    const [problem] = checkName({ name: 'a', project: 'p'.repeat(52) }, nothing);
    expect(problem?.body).toContain('leaves no room');
  });

  it('may not be that of another deployment, or of a serving runtime', () => {
    expect(checkName(inDemo('llama'), { services, runtimes })).toMatchObject([
      { severity: 'stops', title: 'The deployment "llama" exists already' },
    ]);
    expect(checkName(inDemo('my-model'), { services, runtimes })).toMatchObject([
      { severity: 'stops', title: 'The serving runtime "my-model" exists already' },
    ]);
  });

  it('is warned about where KServe gives it to a part of another', () => {
    expect(checkName(inDemo('llama-predictor'), { services })).toMatchObject([
      { severity: 'warns', title: expect.stringContaining('"llama"') },
    ]);
  });

  it('is not called taken where nobody could look', () => {
    expect(checkName(inDemo('llama'), {})).toEqual([]);
  });
});
