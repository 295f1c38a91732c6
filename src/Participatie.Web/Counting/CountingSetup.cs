using Microsoft.Extensions.Diagnostics.HealthChecks;
using Participatie.ServiceBus;
using Participatie.Surveys.Analysis.Following;
using Participatie.Surveys.Analysis.Publishing;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Definition.Previews;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Intake.Queue;
using Participatie.Surveys.Intake.Trials;
using Participatie.Surveys.Intake.Unlinking;
using Participatie.Surveys.Review.Members;
using Participatie.Surveys.Review.Reports;
using Participatie.Surveys.Storage;
using Participatie.Web.Access;
using Participatie.Web.Access.Notices;
using Participatie.Web.Hosting;
using Participatie.Web.Mail;

namespace Participatie.Web.Counting;

public static class CountingSetup
{
    /// <summary>
    /// How long an instance may miss what another one published or counted when it does not hear of it (<see cref="HearAnnouncements"/>).
    /// </summary>
    public static readonly TimeSpan OtherInstances = TimeSpan.FromSeconds(15);

    internal static readonly TimeSpan EachMinute = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Retention = TimeSpan.FromHours(1);

    private static readonly TimeSpan EachDay = TimeSpan.FromDays(1);

    /// <summary>Somebody waits for a link.</summary>
    private static readonly TimeSpan EachMail = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan CopyOfForgotten = TimeSpan.FromMinutes(5);

    /// <summary>What runs beside the pages, in the same process unless a worker runs alone.</summary>
    public static IServiceCollection AddCounting(this IServiceCollection services, Settings settings)
    {
        // Whatever else fails, also by itself, answers are taken in: only the first one sends residents to another instance.
        services.AddHealthChecks().AddCheck<StorageHealth>("storage")
            .AddCheck<QueueHealth>("queue", HealthStatus.Degraded)
            .AddCheck<HousekeepingHealth>("housekeeping", HealthStatus.Degraded)
            .AddCheck<DefinitionsHealth>("definitions", HealthStatus.Degraded)
            .AddCheck<MailHealth>("mail", HealthStatus.Degraded)
            .AddCheck<ClockHealth>("clock", HealthStatus.Degraded);
        services.AddSingleton<HousekeepingState>();
        services.AddSingleton<RunHousekeepingStep>();
        services.AddStepOfEachProcess<FollowDatabaseClock>("clock", EachMinute, (clock, token) => clock.RunAsync(token));
        services.AddStepOfEachProcess<Catalogue>("catalogue", OtherInstances, (catalogue, token) => catalogue.RefreshAsync(token));
        services.AddLifeStep<ActOnDay>("days", OtherInstances, (days, life, token) => days.RunAsync(life, token));
        services.AddLifeStep<DeleteWithdrawnAnswers>(
            "withdrawn", OtherInstances, (withdrawn, life, token) => withdrawn.DeleteAsync(life, token));
        services.AddHousekeepingStep<PublishResults>(
            "results", OtherInstances, (results, latest, token) => results.PublishAsync(latest, token));
        services.AddHousekeepingStep<TakeFollowState>(
            "follow", Retention, (follow, latest, token) => follow.RunAsync(latest, token));
        services.AddHousekeepingStep<Drafts>("drafts", Retention, (drafts, token) => drafts.DeleteExpiredAsync(token));
        services.AddHousekeepingStep<PreviewLinks>("previews", Retention, (links, token) => links.DeleteEndedAsync(token));
        services.AddHousekeepingStep<ForgetMembers>("council", Retention, (forget, token) => forget.RunAsync(token));
        services.AddHousekeepingStep<ForgetReporters>("reporters", Retention, (forget, token) => forget.RunAsync(token));
        services.AddHousekeepingStep<RemoveTrial>("trials", Retention, (trials, token) => trials.SweepAsync(token));
        services.AddHousekeepingStep<DeleteExpiredResponses>(
            "retention", Retention, (expired, latest, token) => expired.DeleteAsync(latest, token));
        services.AddStepOfEachProcess<CopyForgotten>("forgotten", CopyOfForgotten, (copy, token) => copy.CopyAsync(token));
        services.AddStepOfEachProcess<EmptyWriteAheadLog>("log", EachMinute, (log, token) => log.RunAsync(token));
        services.AddHousekeepingStep<UnlinkLetters>("letters", EachMinute, (letters, token) => letters.RunWhenDueAsync(token));
        services.AddHousekeepingStep<RequeueReadable>(
            "readable again", Retention, (requeue, latest, token) => requeue.RunAsync(latest, token));
        services.AddHousekeepingStep<ForgetTries>("tries", EachMinute, (tries, token) => tries.RunAsync(token));
        services.AddHousekeepingStep<SendNotices>("notices", EachMinute, (notices, token) => notices.RunAsync(token));
        services.AddHousekeepingStep<RemindMembers>("council reminders", Retention, (remind, token) => remind.RunAsync(token));
        services.AddHousekeepingStep<SendMails>("mail", EachMail, (send, token) => send.SendDueAsync(token));
        services.AddHousekeepingStep<TrimAuditLog>("audit log", EachDay, (trim, token) => trim.RunAsync(token));
        services.AddHousekeepingStep<DeleteOldMails>("old mail", Retention, (old, token) => old.DeleteAsync(token));
        services.AddStepOfEachProcess<StoreProgress>("progress", EachMinute, (progress, token) => progress.RunAsync(token));
        services.AddHostedService<StoreProgressAtStop>();
        services.AddHostedService<Housekeeping>();
        if (settings.ServiceBus is not null)
        {
            // Each asks the bus by itself: so each says the same of it, and whether it is reached from there.
            services.AddStepOfEachProcess<BusDeadLetters>("dead letters", EachMinute, (dead, token) => dead.LookAsync(token));
            services.AddHousekeepingStep<ResendLost>("lost messages", EachMinute, (lost, token) => lost.RunAsync(token));
        }

        if (settings.PostgreSql is not null)
        {
            services.AddHostedService<HearAnnouncements>();
        }

        if (settings.Worker)
        {
            services.AddHostedService<CountingWorker>();
        }

        return services;
    }
}
