import {
  Masthead,
  MastheadBrand,
  MastheadContent,
  MastheadLogo,
  MastheadMain,
  MastheadToggle,
  PageToggleButton,
  Switch,
  Toolbar,
  ToolbarContent,
  ToolbarGroup,
  ToolbarItem,
} from '@patternfly/react-core';
import { Link, type LinkProps } from 'react-router-dom';
import { UserSwitcher } from './user-switcher.tsx';
import { useDarkTheme } from './dark-theme.ts';

const HomeLink = (props: Omit<LinkProps, 'to'>) => <Link {...props} to="/" />;

export const DashboardMasthead = () => {
  const [isDark, setIsDark] = useDarkTheme();
  return (
    <Masthead>
      <MastheadMain>
        <MastheadToggle>
          <PageToggleButton isHamburgerButton variant="plain" aria-label="Global navigation" />
        </MastheadToggle>
        <MastheadBrand className="pf-v6-u-align-self-center">
          <MastheadLogo component={HomeLink}>Development dashboard</MastheadLogo>
        </MastheadBrand>
      </MastheadMain>
      <MastheadContent>
        <Toolbar isStatic>
          <ToolbarContent>
            <ToolbarGroup align={{ default: 'alignEnd' }} gap={{ default: 'gapMd' }}>
              <ToolbarItem alignSelf="center">
                <Switch
                  id="dark-theme"
                  label="Dark theme"
                  isChecked={isDark}
                  onChange={(_event, isOn) => setIsDark(isOn)}
                />
              </ToolbarItem>
              <ToolbarItem>
                <UserSwitcher />
              </ToolbarItem>
            </ToolbarGroup>
          </ToolbarContent>
        </Toolbar>
      </MastheadContent>
    </Masthead>
  );
};
