import {
  Alert,
  Button,
  Checkbox,
  FormGroup,
  FormHelperText,
  HelperText,
  HelperTextItem,
  Split,
  SplitItem,
  Stack,
  StackItem,
  TextInput,
} from '@patternfly/react-core';
import { MinusCircleIcon, PlusCircleIcon } from '@patternfly/react-icons';
import type { HostWizardState, Tokens } from '../wizard-state.ts';
import { LabelledGroup } from './labelled-group.tsx';

/** A new token, named so that the person sees at once if there is one of that name already. */
const addToken = (tokens: Tokens, displayName: string): Tokens => [
  ...tokens,
  { uuid: crypto.randomUUID(), displayName, error: nameError(displayName, tokens) },
];

const nameError = (displayName: string, others: Tokens): string => {
  if (displayName === '') {
    return 'Required';
  }
  return others.some((other) => other.displayName === displayName) ? 'Duplicates are invalid' : '';
};

/** Exposing a model asks for a token too, so that it is not open to everybody by accident. */
export const RouteField = ({ state }: { state: HostWizardState }) => {
  const { externalRoute, tokenAuthentication, canCreateRoleBindings } = state;
  return (
    <LabelledGroup label="Model access">
      <Checkbox
        id="model-access-route"
        label="Make model deployment available through an external route"
        isChecked={externalRoute.data ?? false}
        isDisabled={!canCreateRoleBindings}
        onChange={(_event, isExposed) => {
          externalRoute.setData(isExposed);
          if (isExposed && (tokenAuthentication.data ?? []).length === 0) {
            tokenAuthentication.setData(addToken([], 'default-token'));
          }
        }}
      />
    </LabelledGroup>
  );
};

export const TokensField = ({ state }: { state: HostWizardState }) => {
  const { tokenAuthentication, canCreateRoleBindings, externalRoute } = state;
  const tokens = tokenAuthentication.data ?? [];
  const { setData } = tokenAuthentication;
  const isDisabled = !canCreateRoleBindings || tokenAuthentication.isDisabled === true;
  const rename = (uuid: string, displayName: string) =>
    setData(
      tokens.map((token) =>
        token.uuid === uuid
          ? {
              ...token,
              displayName,
              error: nameError(
                displayName,
                tokens.filter((other) => other.uuid !== uuid),
              ),
            }
          : token,
      ),
    );
  return (
    <LabelledGroup label="Token authentication">
      <Stack hasGutter>
        <StackItem>
          <Checkbox
            id="token-authentication"
            label="Require token authentication"
            description="Requiring token authentication provides added security if you make your model available to users outside of your cluster."
            isDisabled={isDisabled}
            isChecked={tokens.length > 0}
            onChange={(_event, isWanted) => setData(isWanted ? addToken([], 'default-name') : [])}
          />
        </StackItem>
        {tokens.map((token) => (
          <StackItem key={token.uuid}>
            <TokenName
              token={token}
              isDisabled={isDisabled}
              onRename={(name) => rename(token.uuid, name)}
              onRemove={() => setData(tokens.filter(({ uuid }) => uuid !== token.uuid))}
            />
          </StackItem>
        ))}
        {tokens.length > 0 && (
          <StackItem>
            <Button
              variant="link"
              isInline
              icon={<PlusCircleIcon />}
              isDisabled={isDisabled}
              onClick={() => setData(addToken(tokens, 'default-name'))}
            >
              Add a service account
            </Button>
          </StackItem>
        )}
        {!isDisabled && externalRoute.data === true && tokens.length === 0 && (
          <StackItem>
            <Alert
              component="p"
              isInline
              variant="warning"
              title="Making models available by external routes without requiring authorization can lead to security vulnerabilities."
            />
          </StackItem>
        )}
      </Stack>
    </LabelledGroup>
  );
};

interface TokenNameProps {
  token: Tokens[number];
  isDisabled: boolean;
  onRename: (displayName: string) => void;
  onRemove: () => void;
}

const TokenName = ({ token, isDisabled, onRename, onRemove }: TokenNameProps) => (
  <FormGroup label="Service account name" fieldId={`token-${token.uuid}`}>
    <Split hasGutter>
      <SplitItem isFilled>
        <TextInput
          id={`token-${token.uuid}`}
          value={token.displayName}
          isRequired
          isDisabled={isDisabled}
          validated={token.error ? 'error' : 'default'}
          onChange={(_event, name) => onRename(name)}
        />
        <FormHelperText>
          <HelperText isLiveRegion>
            <HelperTextItem variant={token.error ? 'error' : 'default'}>
              {token.error ||
                'Enter the name of the service account for which the token will be generated'}
            </HelperTextItem>
          </HelperText>
        </FormHelperText>
      </SplitItem>
      <SplitItem>
        <Button
          variant="plain"
          aria-label={`Remove service account ${token.displayName}`}
          icon={<MinusCircleIcon />}
          isDisabled={isDisabled}
          onClick={onRemove}
        />
      </SplitItem>
    </Split>
  </FormGroup>
);
