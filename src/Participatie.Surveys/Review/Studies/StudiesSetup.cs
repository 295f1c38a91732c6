using Microsoft.Extensions.DependencyInjection;

namespace Participatie.Surveys.Review.Studies;

internal static class StudiesSetup
{
    public static void AddStudies(this IServiceCollection services)
    {
        services.AddSingleton<SaveStudy>();
        services.AddSingleton<ReadStudies>();
        services.AddSingleton<ReadProposals>();
    }
}
