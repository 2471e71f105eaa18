# Puts the plugin into the dashboard's list of modules, or brings its entry up to date; the others stay as they are.
# The plugin's service is in the dashboard's own namespace.
#
#   kubectl get configmap federation-config --output json \
#     | jq --slurpfile entry federation-entry.json --from-file add-federation-entry.jq \
#     | kubectl replace --filename -

.metadata.namespace as $namespace
| .data["module-federation-config.json"] |= (
    (. // "[]" | fromjson | map(select(.name != $entry[0].name)))
    + [$entry[0] | .service.namespace = $namespace]
    | tojson
  )
