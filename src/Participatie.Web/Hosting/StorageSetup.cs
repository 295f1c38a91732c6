using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Participatie.ServiceBus;
using Participatie.Surveys;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Storage;

namespace Participatie.Web.Hosting;

public static class StorageSetup
{
    private const string DatabaseFile = "participatie.db";

    /// <summary>The rooms of the domain on the database that the settings name.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, Settings settings)
    {
        var database = settings.PostgreSql is { } connection
            ? Database.Postgres(connection)
            : Database.Sqlite(Path.Combine(settings.DataFolder, DatabaseFile));
        if (settings.ServiceBus is { } bus)
            services.AddServiceBusQueue(bus);
        services.AddSurveys(database, CodeKeySource.Of(settings), settings.DataFolder);
        services.AddSingleton<Preparation>();
        if (settings.PostgreSql is not null)
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new DatabaseClock(TimeProvider.System)));
        }

        return services;
    }

    /// <summary>With several instances the framework's keys are in the database that they share, encrypted.</summary>
    public static IServiceCollection AddSharedKeys(this IServiceCollection services) =>
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(
                options =>
                {
                    options.XmlRepository = new KeysInDatabase(provider.GetRequiredService<Database>());
                    // A certificate, where there is one, was set before.
                    options.XmlEncryptor ??= new SealedKeys(provider.GetRequiredService<CodeKeys>());
                }));
}
