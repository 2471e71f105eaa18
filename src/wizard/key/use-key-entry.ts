import { useEffect, useRef, useState } from 'react';
import type { EnteredKeyReference } from '../../apiKey/key-reference.ts';
import { type KeyReading, readKey } from '../../apiKey/key-shape.ts';
import type { KeyAnswer } from '../../apiKey/verify-key.ts';
import { type EnteredFor, judgeEntered, keepEntered } from './enter-key.ts';

/** Where entering a key stands. */
export type KeyEntry =
  | { status: 'typing' }
  | { status: 'refused'; message: string }
  | { status: 'asking' }
  | { status: 'answered'; answer: Exclude<KeyAnswer, { status: 'valid' }> };

/** For whom a key is entered, and who is told. */
export interface KeyEntryOptions extends EnteredFor {
  /** Told of a key that is in the vault and can be used. */
  onEntered: (reference: EnteredKeyReference) => void;
}

/** What a form for a key shows and does. */
export interface KeyEntryControls {
  reading: KeyReading;
  entry: KeyEntry;
  type: (text: string) => void;
  enter: () => Promise<void>;
  /** Takes the key although nobody could tell whether NVIDIA knows it. */
  continueUnverified: () => Promise<void>;
}

/**
 * Takes a key from its text to the vault: its shape first, then, unless that was switched off,
 * NVIDIA's verdict, which is asked for once. Typing on, leaving the page or changing the project ends
 * a question.
 */
export const useKeyEntry = (options: KeyEntryOptions): KeyEntryControls => {
  const [text, setText] = useState('');
  const [entry, setEntry] = useState<KeyEntry>({ status: 'typing' });
  const { begin, end } = useQuestion();
  const reading = readKey(text);

  const take = async (
    verification: EnteredKeyReference['verification'],
    signal: AbortSignal,
  ): Promise<void> => {
    const reference =
      reading.status === 'ok' &&
      (await keepEntered(options, reading.key, { verification, signal }));
    if (reference) {
      options.onEntered(reference);
    }
  };

  const type = (next: string): void => {
    end();
    setText(next);
    setEntry({ status: 'typing' });
  };

  const enter = async (): Promise<void> => {
    if (reading.status === 'refused') {
      setEntry({ status: 'refused', message: reading.message });
      return;
    }
    const signal = begin();
    setEntry({ status: 'asking' });
    const judged = await judgeEntered(options, reading.key, signal);
    if (judged?.status === 'usable') {
      await take(judged.verification, signal);
    } else if (judged) {
      setEntry(judged);
    }
  };

  const continueUnverified = (): Promise<void> => take('could-not-tell', begin());

  return { reading, entry, type, enter, continueUnverified };
};

/** One question at a time: the next ends the one before, and so does leaving the page. */
const useQuestion = (): { begin: () => AbortSignal; end: () => void } => {
  const question = useRef<AbortController>();
  useEffect(() => () => question.current?.abort(), []);
  return {
    begin: () => {
      question.current?.abort();
      question.current = new AbortController();
      return question.current.signal;
    },
    end: () => question.current?.abort(),
  };
};
