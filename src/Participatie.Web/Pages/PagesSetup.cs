using Participatie.Surveys.Language;
using Participatie.Web.Pages.Access;
using Participatie.Web.Pages.Analysis.Desk;
using Participatie.Web.Pages.Definition.Desk;
using Participatie.Web.Hosting;
using Participatie.Web.Pages.Answering;
using Participatie.Web.Pages.Definition;
using Participatie.Web.Pages.Information;
using Participatie.Web.Pages.Intake;
using Participatie.Web.Pages.Intake.Desk;
using Participatie.Web.Pages.Reporting;
using Participatie.Web.Pages.Reporting.Desk;
using Participatie.Web.Pages.Review;
using Participatie.Web.Pages.Review.Advising;
using Participatie.Web.Pages.Review.Desk;
using Participatie.Web.Pages.Review.Desk.Advising;
using Participatie.Web.Pages.Review.Desk.Checks;
using Participatie.Web.Pages.Review.Desk.Council;
using Participatie.Web.Pages.Review.Desk.Reports;
using Participatie.Web.Pages.Review.Meetings;
using Participatie.Web.Pages.Review.Members;
using Participatie.Web.Pages.Review.Reports;
using Participatie.Web.ReadingAloud;

namespace Participatie.Web.Pages;

public static class PagesSetup
{
    public static void AddPages(this IServiceCollection services)
    {
        services.AddSingleton<RenderedPageCache>();
        services.AddAnswering();
        services.AddInformation();
        services.AddScoped<AccountPages>();
        services.AddScoped<OpenAnswersDesk>();
        services.AddScoped<QueueDesk>();
        services.AddScoped<InhabitantsDesk>();
        services.AddScoped<LinkMail>();
        services.AddScoped<ReviewOfRights>();
        services.AddDesk();
        services.AddCouncilDesk();
        services.AddMachineCheck();
        services.AddMembers();
        services.AddDecisions();
        services.AddFiles();
        services.AddSummaries();
        services.AddAccessibilityDesk();
        services.AddReports();
        services.AddReportsDesk();
        services.AddAdviceDesk();
        services.AddMeetings();
    }

    /// <summary>What has to be known of a consultation before its forms are read.</summary>
    public static void UsePages(this IApplicationBuilder app)
    {
        app.UseMiddleware<UnavailableConsultations>();
        app.UseMiddleware<LookForPreview>();
        app.UseMiddleware<LookForTrial>();
        app.UseMiddleware<LookForDraftLanguages>();
    }

    public static void MapPages(this WebApplication app)
    {
        app.MapSecurityText();
        var pages = app.MapPublic().WithConsultationPages();
        pages.MapInformation();
        pages.MapAnswering(Addresses.Patterns.Consultation);
        pages.MapIntake();
        pages.MapDefinition();
        pages.MapReporting();
        pages.MapStudyReports();
        pages.MapReports();
        pages.MapAdvice();
        pages.MapReadingAloud();
        var preview = app.MapPreview().WithConsultationPages();
        preview.MapAnswering(Addresses.Patterns.Preview);
        preview.MapThanks(Addresses.Patterns.Preview);
        preview.MapPreviewSettings();
        preview.MapPageList();
        var council = app.MapCouncil();
        council.MapMembers();
        council.MapMemberAdvice();
        council.MapMemberMeeting();
        var desk = app.MapDesk(Addresses.Desk, Audience.Staff);
        desk.MapConsultations();
        desk.MapCouncilDesk();
        desk.MapMachineCheck();
        desk.MapAccess();
        desk.MapOpenAnswers();
        desk.MapFollow();
        desk.MapInhabitants();
        desk.MapDecisions();
        desk.MapFiles();
        desk.MapDeskSummaries();
        desk.MapPreviewLinks();
        desk.MapTrials();
        desk.MapQueue();
        desk.MapAccessibilityDesk();
        desk.MapReportsDesk();
        desk.MapAdviceDesk();
        desk.MapMeetings();
    }
}
