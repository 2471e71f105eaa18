# Takes the plugin out of the dashboard's list of modules.

.data["module-federation-config.json"] |= (
  . // "[]" | fromjson | map(select(.name != "nimWizard")) | tojson
)
