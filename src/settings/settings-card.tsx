import { Card, CardBody, CardTitle } from '@patternfly/react-core';
import type { ReactElement } from 'react';
import { nim } from '../words/nim.ts';
import { ProjectKeySettings } from './project-key-settings.tsx';

/** As wide as the dashboard's own cards on this page. */
const WIDTH = '675px';

/** The card "NVIDIA NIM" on a project's settings: its API key. */
export const SettingsCard = ({ namespace }: { namespace: string }): ReactElement => (
  <Card style={{ maxWidth: WIDTH }}>
    <CardTitle component="h2">{nim}</CardTitle>
    <CardBody>
      <ProjectKeySettings key={namespace} project={namespace} />
    </CardBody>
  </Card>
);
