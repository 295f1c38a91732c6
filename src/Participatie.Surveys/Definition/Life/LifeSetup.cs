using Microsoft.Extensions.DependencyInjection;

namespace Participatie.Surveys.Definition.Life;

internal static class LifeSetup
{
    public static IServiceCollection AddLife(this IServiceCollection services) => services
        .AddSingleton<WorkingCopies>()
        .AddSingleton<ConceptTitles>()
        .AddSingleton<BeginConsultation>()
        .AddSingleton<AskForReview>()
        .AddSingleton<SendBack>()
        .AddSingleton<ApproveConsultation>()
        .AddSingleton<OverruleCouncil>()
        .AddSingleton<PlanOpening>()
        .AddSingleton<UnplanOpening>()
        .AddSingleton<OpenConsultation>()
        .AddSingleton<CorrectConsultation>()
        .AddSingleton<ExtendConsultation>()
        .AddSingleton<CloseConsultation>()
        .AddSingleton<ReportResults>()
        .AddSingleton<RecordDecision>()
        .AddSingleton<ArchiveConsultation>()
        .AddSingleton<RestoreConsultation>()
        .AddSingleton<WithdrawConsultation>()
        .AddSingleton<ActOnDay>()
        .AddSingleton<ImportDocument>()
        .AddSingleton<BeginOpened>();
}
