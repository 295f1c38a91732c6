// The site on Azure: several web processes and workers as container apps, PostgreSQL, the queue on Service Bus and the keys in a key vault,
// all of them on a network of their own. docs/running.md tells in which order.
//
//   az deployment group create --resource-group participatie --template-file infra/azure.bicep \
//     --parameters image=REGISTRY.azurecr.io/participatie:1 registry=REGISTRY host=meedoen.example.nl \
//       databasePassword="$(openssl rand -hex 24)" codeKey="$(openssl rand -base64 32)" keyCertificate="$(base64 -w0 keys.p12)"
//
// Leave the three secrets out of later deployments: what stands in the vault stays. Another code key would open no receipt.
targetScope = 'resourceGroup'

@description('Begins the names of everything that is made.')
@minLength(3)
@maxLength(12)
param name string = 'participatie'

param location string = resourceGroup().location

@description('The image that infra/Containerfile makes, with the tag of one release.')
param image string

@description('A container registry in this resource group that holds the image; empty for one that asks nobody who he is.')
param registry string = ''

@description('Under which name visitors find the site, with nothing before or behind it.')
param host string

@description('The resource id of the certificate for that name in the container environment; empty until the name was bound once.')
param hostCertificate string = ''

@minValue(1)
@maxValue(20)
param webProcesses int = 2

@minValue(1)
@maxValue(20)
param workers int = 2

@description('Of the account participatie in PostgreSQL. Needed the first time.')
@secure()
param databasePassword string = ''

@description('32 random bytes in base64. Needed the first time; keep a copy apart from backups of the database.')
@secure()
param codeKey string = ''

@description('Code keys of before, the oldest first, with commas between. Needed when codeKey is set a second time.')
@secure()
param oldCodeKeys string = ''

@description('A PKCS#12 file with an RSA key and without a password, in base64. Needed the first time.')
@secure()
param keyCertificate string = ''

@description('A second PostgreSQL server in another zone, which takes over by itself.')
param databaseStandby bool = true

@description('For how many days a backup of PostgreSQL is kept. It holds answers: the privacy page promises no longer than is needed.')
@minValue(7)
@maxValue(35)
param backupDays int = 14

var unique = uniqueString(resourceGroup().id)
var databaseUser = 'participatie'
var databaseName = 'participatie'

// The program looks for this name in the namespace.
var queueName = 'responses'

var appNetwork = '10.20.0.0/23'
var databaseNetwork = '10.20.2.0/24'
var endpointNetwork = '10.20.3.0/24'

// Where the requests that the container environment passes on come from: its part of the network, and the addresses that it uses inside.
var trustedProxies = '${appNetwork}, 100.64.0.0/10'

// ---- Who is allowed what: one identity for each kind of process, and no password between them and the vault or the queue.

resource webIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-web'
  location: location
}

resource workerIdentity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-worker'
  location: location
}

var roles = {
  keyVaultSecretsUser: '4633458b-17de-408a-b874-0445c86b69e6'
  serviceBusDataSender: '69a216fc-b8fb-44d8-bc22-1f3c2cd27a39'
  serviceBusDataReceiver: '4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0'
  acrPull: '7f951dda-4ed3-4680-a7ca-43fe172d538d'
}

// ---- The network

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: '${name}-network'
  location: location
  properties: {
    addressSpace: {
      addressPrefixes: ['10.20.0.0/16']
    }
    subnets: [
      {
        name: 'apps'
        properties: {
          addressPrefix: appNetwork
          delegations: [
            {
              name: 'apps'
              properties: {
                serviceName: 'Microsoft.App/environments'
              }
            }
          ]
        }
      }
      {
        name: 'database'
        properties: {
          addressPrefix: databaseNetwork
          delegations: [
            {
              name: 'database'
              properties: {
                serviceName: 'Microsoft.DBforPostgreSQL/flexibleServers'
              }
            }
          ]
        }
      }
      {
        name: 'endpoints'
        properties: {
          addressPrefix: endpointNetwork
        }
      }
    ]
  }

  resource apps 'subnets' existing = {
    name: 'apps'
  }

  resource database 'subnets' existing = {
    name: 'database'
  }

  resource endpoints 'subnets' existing = {
    name: 'endpoints'
  }
}

// Names of the vault, the queue and the files lead to their addresses in this network.
var endpointsOf = [
  {
    name: 'vault'
    zone: 'privatelink.vaultcore.azure.net'
    resource: vault.id
    part: 'vault'
  }
  {
    name: 'queue'
    zone: 'privatelink.servicebus.windows.net'
    resource: bus.id
    part: 'namespace'
  }
  {
    name: 'files'
    zone: 'privatelink.file.${environment().suffixes.storage}'
    resource: files.id
    part: 'file'
  }
]

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [
  for each in endpointsOf: {
    name: each.zone
    location: 'global'
  }
]

resource zoneLinks 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [
  for (each, index) in endpointsOf: {
    parent: zones[index]
    name: '${name}-${each.name}'
    location: 'global'
    properties: {
      registrationEnabled: false
      virtualNetwork: {
        id: network.id
      }
    }
  }
]

resource endpoints 'Microsoft.Network/privateEndpoints@2024-05-01' = [
  for each in endpointsOf: {
    name: '${name}-${each.name}'
    location: location
    properties: {
      subnet: {
        id: network::endpoints.id
      }
      privateLinkServiceConnections: [
        {
          name: each.name
          properties: {
            privateLinkServiceId: each.resource
            groupIds: [each.part]
          }
        }
      ]
    }
  }
]

resource endpointNames 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = [
  for (each, index) in endpointsOf: {
    parent: endpoints[index]
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [
        {
          name: each.name
          properties: {
            privateDnsZoneId: zones[index].id
          }
        }
      ]
    }
  }
]

// ---- Logs: of the platform and the program, which writes no answers, codes, tokens or addresses. Nobody logs requests.

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs'
  location: location
  properties: {
    retentionInDays: 30
    sku: {
      name: 'PerGB2018'
    }
  }
}

// ---- PostgreSQL

resource databaseZone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: '${name}.private.postgres.database.azure.com'
  location: 'global'
}

resource databaseZoneLink 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = {
  parent: databaseZone
  name: '${name}-database'
  location: 'global'
  properties: {
    registrationEnabled: false
    virtualNetwork: {
      id: network.id
    }
  }
}

resource database 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: '${name}-${unique}'
  location: location
  sku: {
    name: 'Standard_D2ds_v5'
    tier: 'GeneralPurpose'
  }
  properties: {
    version: '17'
    administratorLogin: databaseUser
    administratorLoginPassword: empty(databasePassword) ? null : databasePassword
    storage: {
      storageSizeGB: 64
      autoGrow: 'Enabled'
    }
    network: {
      delegatedSubnetResourceId: network::database.id
      privateDnsZoneArmResourceId: databaseZone.id
      publicNetworkAccess: 'Disabled'
    }
    highAvailability: {
      mode: databaseStandby ? 'ZoneRedundant' : 'Disabled'
    }
    backup: {
      backupRetentionDays: backupDays
      geoRedundantBackup: 'Disabled'
    }
    authConfig: {
      activeDirectoryAuth: 'Disabled'
      passwordAuth: 'Enabled'
    }
  }
  dependsOn: [databaseZoneLink]
}

resource databaseOfSite 'Microsoft.DBforPostgreSQL/flexibleServers/databases@2024-08-01' = {
  parent: database
  name: databaseName
  properties: {
    charset: 'UTF8'
  }
}

// A server that logs statements would log answers, and when they came.
@batchSize(1)
resource databaseLogs 'Microsoft.DBforPostgreSQL/flexibleServers/configurations@2024-08-01' = [
  for setting in [
    { name: 'log_statement', value: 'none' }
    { name: 'log_duration', value: 'off' }
    { name: 'log_min_duration_statement', value: '-1' }
    { name: 'log_min_error_statement', value: 'panic' }
    { name: 'log_parameter_max_length', value: '0' }
    { name: 'log_parameter_max_length_on_error', value: '0' }
    { name: 'pg_qs.query_capture_mode', value: 'none' }
  ]: {
    parent: database
    name: setting.name
    properties: {
      value: setting.value
      source: 'user-override'
    }
    dependsOn: [databaseOfSite]
  }
]

// ---- The queue. Only the premium tier has an address in a network of one's own.

resource bus 'Microsoft.ServiceBus/namespaces@2024-01-01' = {
  name: '${name}-${unique}'
  location: location
  sku: {
    name: 'Premium'
    tier: 'Premium'
    capacity: 1
  }
  properties: {
    disableLocalAuth: true
    minimumTlsVersion: '1.2'
    publicNetworkAccess: 'Disabled'
    zoneRedundant: true
  }
}

resource queue 'Microsoft.ServiceBus/namespaces/queues@2024-01-01' = {
  parent: bus
  name: queueName
  properties: {
    // Longer than a batch takes; the program renews it when one takes longer.
    lockDuration: 'PT1M'
    // A failure gives the message back; after so many deliveries it is a dead letter, which "queue list" shows.
    maxDeliveryCount: 12
    deadLetteringOnMessageExpiration: true
    // Never: what waits is an answer that somebody was thanked for.
    defaultMessageTimeToLive: 'P10675199DT2H48M5.4775807S'
    // Twice the same message is counted once by the program itself.
    requiresDuplicateDetection: false
    requiresSession: false
    enablePartitioning: false
    maxSizeInMegabytes: 5120
  }
}

// Both kinds of process send what waits in the outbox, look how many wait, and requeue; the worker receives.
var queueRoles = [
  { principal: webIdentity.properties.principalId, identity: webIdentity.id, role: roles.serviceBusDataSender }
  { principal: webIdentity.properties.principalId, identity: webIdentity.id, role: roles.serviceBusDataReceiver }
  { principal: workerIdentity.properties.principalId, identity: workerIdentity.id, role: roles.serviceBusDataSender }
  { principal: workerIdentity.properties.principalId, identity: workerIdentity.id, role: roles.serviceBusDataReceiver }
]

resource queueAccess 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for index in range(0, 4): {
    scope: queue
    name: guid(queue.id, string(index))
    properties: {
      principalId: queueRoles[index].principal
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', queueRoles[index].role)
    }
  }
]

// ---- The keys

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: take('${name}${unique}', 24)
  location: location
  properties: {
    tenantId: subscription().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    // Whoever lost the code key lost every receipt.
    enablePurgeProtection: true
    enabledForTemplateDeployment: true
    publicNetworkAccess: 'Disabled'
    networkAcls: {
      defaultAction: 'Deny'
      bypass: 'AzureServices'
    }
  }
}

resource codeKeySecret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(codeKey)) {
  parent: vault
  name: 'code-key'
  properties: {
    value: codeKey
  }
}

// Always there, so that the processes can name it: a lone comma is a list of no keys.
resource oldCodeKeysSecret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(codeKey)) {
  parent: vault
  name: 'old-code-keys'
  properties: {
    value: empty(oldCodeKeys) ? ',' : oldCodeKeys
  }
}

resource keyCertificateSecret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(keyCertificate)) {
  parent: vault
  name: 'key-certificate'
  properties: {
    value: keyCertificate
    contentType: 'application/x-pkcs12'
  }
}

resource databaseSecret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(databasePassword)) {
  parent: vault
  name: 'database'
  properties: {
    value: 'Host=${database.properties.fullyQualifiedDomainName};Database=${databaseName};Username=${databaseUser};Password=${databasePassword};SSL Mode=VerifyFull;Maximum Pool Size=40'
  }
}

resource vaultAccessOfWeb 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, webIdentity.id)
  properties: {
    principalId: webIdentity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.keyVaultSecretsUser)
  }
}

resource vaultAccessOfWorker 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, workerIdentity.id)
  properties: {
    principalId: workerIdentity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.keyVaultSecretsUser)
  }
}

// ---- The files that a restore replays, and recordings: all answers are in the database.

resource files 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: take('${replace(name, '-', '')}${unique}', 24)
  location: location
  kind: 'StorageV2'
  sku: {
    name: 'Standard_ZRS'
  }
  properties: {
    allowBlobPublicAccess: false
    minimumTlsVersion: 'TLS1_2'
    publicNetworkAccess: 'Disabled'
    supportsHttpsTrafficOnly: true
    // The container environment mounts a share with the account's key.
    allowSharedKeyAccess: true
  }

  resource shares 'fileServices' = {
    name: 'default'

    resource data 'shares' = {
      name: 'data'
      properties: {
        shareQuota: 16
      }
    }
  }
}

// ---- The processes

resource environmentOfApps 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: '${name}-apps'
  location: location
  properties: {
    vnetConfiguration: {
      infrastructureSubnetId: network::apps.id
      internal: false
    }
    workloadProfiles: [
      {
        name: 'Consumption'
        workloadProfileType: 'Consumption'
      }
    ]
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: logs.properties.customerId
        sharedKey: logs.listKeys().primarySharedKey
      }
    }
    zoneRedundant: true
  }

  resource data 'storages' = {
    name: 'data'
    properties: {
      azureFile: {
        accountName: files.name
        accountKey: files.listKeys().keys[0].value
        shareName: files::shares::data.name
        accessMode: 'ReadWrite'
      }
    }
    dependsOn: [endpointNames]
  }
}

resource imageRegistry 'Microsoft.ContainerRegistry/registries@2023-07-01' existing = if (!empty(registry)) {
  name: registry
}

resource imageAccess 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (identity, index) in ['web', 'worker']: if (!empty(registry)) {
    scope: imageRegistry
    name: guid(resourceGroup().id, registry, identity)
    properties: {
      principalId: index == 0 ? webIdentity.properties.principalId : workerIdentity.properties.principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.acrPull)
    }
  }
]

var secretsOfBoth = [
  { name: 'database', vaultName: 'database' }
  { name: 'code-key', vaultName: 'code-key' }
  { name: 'old-code-keys', vaultName: 'old-code-keys' }
]

var settingsOfBoth = [
  { name: 'ConnectionStrings__Participatie', secretRef: 'database' }
  // A namespace without a key: the identity below signs in.
  { name: 'ConnectionStrings__ServiceBus', value: '${bus.name}.servicebus.windows.net' }
  { name: 'Participatie__CodeKey', secretRef: 'code-key' }
  { name: 'Participatie__OldCodeKeys', secretRef: 'old-code-keys' }
  { name: 'Participatie__Data', value: '/data' }
  { name: 'Participatie__Samples', value: 'false' }
  { name: 'DOTNET_EnableDiagnostics', value: '0' }
]

// The account of the image, so that only it reads what it writes.
var mountOptions = 'uid=1654,gid=1654,dir_mode=0700,file_mode=0600,mfsymlinks,nobrl'

resource web 'Microsoft.App/containerApps@2024-03-01' = {
  name: '${name}-web'
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${webIdentity.id}': {}
    }
  }
  properties: {
    environmentId: environmentOfApps.id
    workloadProfileName: 'Consumption'
    configuration: {
      // A new release runs beside the one before until it is ready.
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        targetPort: 8080
        transport: 'auto'
        allowInsecure: false
        stickySessions: {
          affinity: 'none'
        }
        customDomains: empty(hostCertificate)
          ? null
          : [
              {
                name: host
                certificateId: hostCertificate
                bindingType: 'SniEnabled'
              }
            ]
      }
      registries: empty(registry)
        ? null
        : [
            {
              server: '${registry}.azurecr.io'
              identity: webIdentity.id
            }
          ]
      secrets: [
        for secret in concat(secretsOfBoth, [{ name: 'key-certificate', vaultName: 'key-certificate' }]): {
          name: secret.name
          keyVaultUrl: '${vault.properties.vaultUri}secrets/${secret.vaultName}'
          identity: webIdentity.id
        }
      ]
    }
    template: {
      // The program finishes what is under way within 30 seconds.
      terminationGracePeriodSeconds: 45
      containers: [
        {
          name: 'web'
          image: image
          resources: {
            cpu: json('1')
            memory: '2Gi'
          }
          env: concat(settingsOfBoth, [
            { name: 'AZURE_CLIENT_ID', value: webIdentity.properties.clientId }
            { name: 'ASPNETCORE_URLS', value: 'http://+:8080' }
            { name: 'Participatie__KeyCertificate', value: '/keys/keys.p12' }
            { name: 'Participatie__PublicUrl', value: 'https://${host}' }
            { name: 'Participatie__TrustedProxies', value: trustedProxies }
            { name: 'Participatie__Worker', value: 'false' }
          ])
          probes: [
            {
              type: 'Startup'
              httpGet: { path: '/health/live', port: 8080 }
              periodSeconds: 5
              // A migration may take a while.
              failureThreshold: 60
            }
            {
              type: 'Liveness'
              httpGet: { path: '/health/live', port: 8080 }
              periodSeconds: 10
              failureThreshold: 3
            }
            {
              type: 'Readiness'
              httpGet: { path: '/health/ready', port: 8080 }
              periodSeconds: 5
              failureThreshold: 3
            }
          ]
          volumeMounts: [
            { volumeName: 'data', mountPath: '/data' }
            { volumeName: 'keys', mountPath: '/keys' }
          ]
        }
      ]
      scale: {
        minReplicas: webProcesses
        maxReplicas: webProcesses * 2
        rules: [
          {
            name: 'requests'
            http: {
              metadata: {
                concurrentRequests: '50'
              }
            }
          }
        ]
      }
      volumes: [
        {
          name: 'data'
          storageType: 'AzureFile'
          storageName: environmentOfApps::data.name
          mountOptions: mountOptions
        }
        {
          name: 'keys'
          storageType: 'Secret'
          secrets: [
            { secretRef: 'key-certificate', path: 'keys.p12' }
          ]
        }
      ]
    }
  }
  dependsOn: [
    codeKeySecret
    databaseLogs
    databaseSecret
    imageAccess
    keyCertificateSecret
    oldCodeKeysSecret
    queueAccess
    vaultAccessOfWeb
  ]
}

resource worker 'Microsoft.App/containerApps@2024-03-01' = {
  name: '${name}-worker'
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${workerIdentity.id}': {}
    }
  }
  properties: {
    environmentId: environmentOfApps.id
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      registries: empty(registry)
        ? null
        : [
            {
              server: '${registry}.azurecr.io'
              identity: workerIdentity.id
            }
          ]
      secrets: [
        for secret in secretsOfBoth: {
          name: secret.name
          keyVaultUrl: '${vault.properties.vaultUri}secrets/${secret.vaultName}'
          identity: workerIdentity.id
        }
      ]
    }
    template: {
      terminationGracePeriodSeconds: 45
      containers: [
        {
          name: 'worker'
          image: image
          args: ['worker']
          resources: {
            cpu: json('0.5')
            memory: '1Gi'
          }
          env: concat(settingsOfBoth, [
            { name: 'AZURE_CLIENT_ID', value: workerIdentity.properties.clientId }
          ])
          volumeMounts: [
            { volumeName: 'data', mountPath: '/data' }
          ]
        }
      ]
      scale: {
        minReplicas: workers
        maxReplicas: workers
      }
      volumes: [
        {
          name: 'data'
          storageType: 'AzureFile'
          storageName: environmentOfApps::data.name
          mountOptions: mountOptions
        }
      ]
    }
  }
  dependsOn: [
    codeKeySecret
    databaseLogs
    databaseSecret
    imageAccess
    oldCodeKeysSecret
    queueAccess
    vaultAccessOfWorker
  ]
}

@description('What the name of the site has to lead to (CNAME).')
output address string = web.properties.configuration.ingress.fqdn

@description('Of the text record asuid that proves whose the name is.')
output proofOfName string = environmentOfApps.properties.customDomainConfiguration.customDomainVerificationId
