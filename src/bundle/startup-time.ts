import type { Container } from '../cluster/kubernetes.ts';

/** On the runtime's Template: how many minutes a model may take to start, for slow networks and large models. */
export const STARTUP_MINUTES_ANNOTATION = 'nim-wizard.opendatahub.io/startup-minutes';

/** A day. Whoever waits longer has another problem than patience. */
const MOST_MINUTES = 1440;
const SECONDS_PER_MINUTE = 60;

/** In bytes a second, from NVIDIA to a volume: a network of 1 Gbit/s that does nothing else. */
const USUAL_DOWNLOAD = 100e6;

/** What a model takes to start beside its download: what NVIDIA says of most, with their download. */
const MINUTES_BESIDES = 20;

/** What Kubernetes takes for a probe that does not say it. */
const DEFAULT_PERIOD_SECONDS = 10;
const DEFAULT_FAILURE_THRESHOLD = 3;

export type StartupTime =
  | { status: 'ok'; /** undefined: as the Template's own probe has it */ minutes?: number }
  | { status: 'refused'; message: string };

/** Reads the annotation; what is no whole number of minutes up to a day is refused, not guessed at. */
export const readStartupTime = (annotations: Record<string, string> = {}): StartupTime => {
  const text = annotations[STARTUP_MINUTES_ANNOTATION];
  if (text === undefined) {
    return { status: 'ok' };
  }
  const minutes = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  return minutes >= 1 && minutes <= MOST_MINUTES
    ? { status: 'ok', minutes }
    : {
        status: 'refused',
        message: `its annotation ${STARTUP_MINUTES_ANNOTATION} must be a whole number of minutes from 1 to ${MOST_MINUTES}`,
      };
};

/**
 * How many minutes a model takes that downloads so many bytes before it starts: whole tens, up to a day;
 * none where that is not known.
 */
export const minutesToStart = (modelBytes: number | undefined): number => {
  if (modelBytes === undefined) {
    return 0;
  }
  const minutes = MINUTES_BESIDES + modelBytes / USUAL_DOWNLOAD / SECONDS_PER_MINUTE;
  return Math.min(MOST_MINUTES, Math.ceil(minutes / 10) * 10);
};

/** The container with a start-up probe that gives up no earlier than that; it is never made less patient. */
export const withStartupTime = (container: Container, minutes: number): Container => {
  const probe = container.startupProbe;
  if (!probe) {
    return container;
  }
  const period = probe.periodSeconds ?? DEFAULT_PERIOD_SECONDS;
  const failureThreshold = Math.max(
    probe.failureThreshold ?? DEFAULT_FAILURE_THRESHOLD,
    Math.ceil((minutes * SECONDS_PER_MINUTE) / period),
  );
  return { ...container, startupProbe: { ...probe, failureThreshold } };
};
