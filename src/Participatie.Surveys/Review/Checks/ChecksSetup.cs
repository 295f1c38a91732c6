using Microsoft.Extensions.DependencyInjection;

namespace Participatie.Surveys.Review.Checks;

internal static class ChecksSetup
{
    public static void AddChecks(this IServiceCollection services)
    {
        services.AddSingleton<ImportCheck>();
        services.AddSingleton<ReadChecks>();
    }
}
