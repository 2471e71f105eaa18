/** What came of something that a person did, as the card says it. */
export interface Notice {
  variant: 'success' | 'info' | 'warning' | 'danger';
  title: string;
  body?: string;
}
