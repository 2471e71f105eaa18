import { useEffect, useRef, useState } from 'react';
import type { EnteredKeyReference } from '../apiKey/key-reference.ts';
import type { KeyScope } from '../apiKey/key-secrets.ts';
import { type KeyReading, lastFour, readKey } from '../apiKey/key-shape.ts';
import { keepKey, rememberedVerdict, rememberVerdict } from '../apiKey/key-vault.ts';
import { type KeyAnswer, verifyKey } from '../apiKey/verify-key.ts';
import { sendByBrowser } from './send-by-browser.ts';

/** Where entering a key stands. */
export type KeyEntry =
  | { status: 'typing' }
  | { status: 'refused'; message: string }
  | { status: 'asking' }
  | { status: 'answered'; answer: Exclude<KeyAnswer, { status: 'valid' }> };

export interface KeyEntryOptions {
  project: string;
  /** Whose key it becomes. */
  scope: KeyScope;
  /** False when the administrator switched verification off. */
  isVerified: boolean;
  onEntered: (reference: EnteredKeyReference) => void;
}

/** What a form for a key shows and does. */
export interface KeyEntryControls {
  reading: KeyReading;
  entry: KeyEntry;
  type: (text: string) => void;
  enter: () => Promise<void>;
  /** Takes the key although nobody could tell whether NVIDIA knows it. */
  continueUnverified: () => void;
}

/**
 * Takes a key from its text to the vault: its shape first, then, unless that was switched off,
 * NVIDIA's verdict, which is asked for once. Typing on, leaving the page or changing the project ends
 * a question.
 */
export const useKeyEntry = (options: KeyEntryOptions): KeyEntryControls => {
  const [text, setText] = useState('');
  const [entry, setEntry] = useState<KeyEntry>({ status: 'typing' });
  const question = useRef<AbortController>();
  const reading = readKey(text);

  useEffect(() => () => question.current?.abort(), []);

  const take = (verification: EnteredKeyReference['verification']): void => {
    if (reading.status === 'ok') {
      options.onEntered(keep(options, reading.key, verification));
    }
  };

  const type = (next: string): void => {
    question.current?.abort();
    setText(next);
    setEntry({ status: 'typing' });
  };

  const enter = async (): Promise<void> => {
    if (reading.status === 'refused') {
      setEntry({ status: 'refused', message: reading.message });
      return;
    }
    if (!options.isVerified) {
      take('switched-off');
      return;
    }
    const controller = new AbortController();
    question.current = controller;
    setEntry({ status: 'asking' });
    const answer = await ask(options.project, reading.key, controller.signal);
    if (answer?.status === 'valid') {
      take('verified');
    } else if (answer) {
      setEntry({ status: 'answered', answer });
    }
  };

  return { reading, entry, type, enter, continueUnverified: () => take('could-not-tell') };
};

const keep = (
  { project, scope }: KeyEntryOptions,
  key: string,
  verification: EnteredKeyReference['verification'],
): EnteredKeyReference => {
  const id = keepKey(project, key);
  return { kind: 'entered', project, id, scope, lastFour: lastFour(key), verification };
};

/** The answer, remembered if it is final; undefined when nobody waits for it any more. */
const ask = async (
  project: string,
  key: string,
  signal: AbortSignal,
): Promise<KeyAnswer | undefined> => {
  const remembered = rememberedVerdict(project, key);
  if (remembered) {
    return remembered;
  }
  try {
    const question = { project, key };
    const answer = await verifyKey({ question, send: sendByBrowser, signal });
    if (answer.status === 'valid' || answer.status === 'rejected') {
      rememberVerdict(project, key, answer);
    }
    return answer;
  } catch (error) {
    if (signal.aborted) {
      return undefined;
    }
    throw error;
  }
};
