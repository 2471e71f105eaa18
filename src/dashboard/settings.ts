/** The federated module `./settings`: a project's card, as the dashboard's code references want it. */
export { SettingsCard as default } from '../settings/settings-card.tsx';
