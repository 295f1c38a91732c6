using System.Security.Claims;
using Participatie.Surveys.Definition.Life;
using Participatie.Web.Access;

namespace Participatie.Web.Pages.Definition.Desk.Steps;

/// <summary>All steps that a person can take at the desk.</summary>
internal static class DeskSteps
{
    public static readonly IReadOnlyList<DeskStep> All =
    [
        new(LifeStep.ReviewAsked, "nakijken", Staff.Author, (rooms, scope, request, _) => Of<AskForReview>(rooms).AskAsync(scope, request)),
        new(LifeStep.Approved, "tekenen", Staff.Administrator, (rooms, scope, request, _) =>
            Of<OverruleCouncil>(rooms).OverruleAsync(scope, request)) { Reason = AskedReason.Public },
        new(LifeStep.SentBack, "terugsturen", Staff.Author, (rooms, scope, request, _) =>
            Of<SendBack>(rooms).SendBackAsync(scope, request)) { Reason = AskedReason.Internal },
        new(LifeStep.Planned, "plannen", Staff.Author, (rooms, scope, request, input) =>
            Of<PlanOpening>(rooms).PlanAsync(scope, request, input.Day!.Value)) { AsksDay = true },
        new(LifeStep.Opened, "openen", Staff.Author, (rooms, scope, request, _) => Of<OpenConsultation>(rooms).OpenAsync(scope, request)),
        new(LifeStep.Unplanned, "plan-weghalen", Staff.Author, (rooms, scope, request, _) =>
            Of<UnplanOpening>(rooms).UnplanAsync(scope, request)),
        new(LifeStep.Corrected, "verbeteren", Staff.Author, (rooms, scope, request, _) =>
            Of<CorrectConsultation>(rooms).CorrectAsync(scope, request)) { Reason = AskedReason.Public, ShowsComparison = true },
        new(LifeStep.Extended, "verlengen", Staff.Author, (rooms, scope, request, input) =>
            Of<ExtendConsultation>(rooms).ExtendAsync(scope, request, input.Day!.Value)) { Reason = AskedReason.Public, AsksDay = true },
        new(LifeStep.Closed, "sluiten", Staff.Author, (rooms, scope, request, _) =>
            Of<CloseConsultation>(rooms).CloseAsync(scope, request)) { Reason = AskedReason.Public, AsksAgain = true },
        new(LifeStep.Reported, "verslag", Staff.Author, (rooms, scope, request, _) => Of<ReportResults>(rooms).ReportAsync(scope, request)),
        new(LifeStep.Decided, "besluit", Staff.Author, (rooms, scope, request, _) =>
            Of<RecordDecision>(rooms).RecordAsync(scope, request)) { Reason = AskedReason.Public },
        new(LifeStep.Archived, "archiveren", Staff.Author, (rooms, scope, request, _) =>
            Of<ArchiveConsultation>(rooms).ArchiveAsync(scope, request)),
        new(LifeStep.Restored, "terugzetten", Staff.Author, (rooms, scope, request, _) =>
            Of<RestoreConsultation>(rooms).RestoreAsync(scope, request)),
        new(LifeStep.Withdrawn, "intrekken", Staff.Author, (rooms, scope, request, input) =>
            Of<WithdrawConsultation>(rooms).WithdrawAsync(scope, request, input.Answers)) { Reason = AskedReason.Public, AsksAgain = true },
    ];

    public static DeskStep For(LifeStep step) => All.Single(one => one.Step == step);

    /// <summary>Whether this person may take it, as its endpoint decides too.</summary>
    public static bool IsFor(this DeskStep step, ClaimsPrincipal person, string slug) =>
        step.Policy == Staff.Administrator ? Staff.IsAdministrator(person) : Staff.IsAuthorOf(person, slug);

    private static TVerb Of<TVerb>(IServiceProvider rooms)
        where TVerb : notnull => rooms.GetRequiredService<TVerb>();
}
