using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Participatie.Surveys.Analysis;
using Participatie.Surveys.Analysis.Following;
using Participatie.Surveys.Analysis.OpenAnswers;
using Participatie.Surveys.Analysis.Publishing;
using Participatie.Surveys.Analysis.Representation;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Definition.Previews;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Intake.Queue;
using Participatie.Surveys.Intake.Trials;
using Participatie.Surveys.Intake.Unlinking;
using Participatie.Surveys.Reporting;
using Participatie.Surveys.Reporting.Export;
using Participatie.Surveys.Reporting.Decisions;
using Participatie.Surveys.Reporting.OpenData;
using Participatie.Surveys.Reporting.Results;
using Participatie.Surveys.Reporting.Summary;
using Participatie.Surveys.Review;
using Participatie.Surveys.Review.Checks;
using Participatie.Surveys.Review.Statement;
using Participatie.Surveys.Review.Studies;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys;

public static class SurveysSetup
{
    /// <summary>Registers the rooms. All are singletons without state of their own; the database decides.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="database">Where the data is.</param>
    /// <param name="keys">The secrets behind all codes.</param>
    /// <param name="dataFolder">Where the small files stand that a restore replays.</param>
    public static IServiceCollection AddSurveys(this IServiceCollection services, Database database, CodeKeys keys, string dataFolder)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(_ => database);
        services.AddSingleton<GroupedWriter>();
        services.AddSingleton<Migrator>();
        services.AddSingleton<TryWrite>();
        services.AddSingleton<OneInstance>();
        services.AddSingleton<AnnouncementListener>();
        services.AddSingleton<FollowDatabaseClock>();
        services.AddSingleton<Backup>();
        services.AddSingleton<EmptyWriteAheadLog>();
        services.AddSingleton(_ => keys);
        services.AddSingleton<CodeKeyCheck>();
        services.AddSingleton<WrongCodeCount>();
        services.AddSingleton<GuessingBuckets>();
        services.AddSingleton<ForgetTries>();

        services.AddSingleton<Catalogue>();
        services.AddLife();
        services.AddReview();
        services.AddSingleton<LoadSamples>();
        services.AddStudies();
        services.AddChecks();
        services.AddSingleton<SaveStatement>();
        services.AddSingleton<ReadCompliance>();

        services.AddSingleton<OpenPreview>();
        services.AddSingleton<PreviewLinks>();

        services.AddSingleton<Drafts>();
        services.AddSingleton<ResumeDraft>();
        services.AddSingleton<CountNotUnderstood>();
        services.AddSingleton<ProgressCounters>();

        services.AddSingleton(provider => new ForgottenLog(dataFolder, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<HandInAnswers>();
        services.AddSingleton<Receipts>();
        services.AddSingleton<BeginTrial>();
        services.AddSingleton<FillTrial>();
        services.AddSingleton<RemoveTrial>();
        services.AddSingleton<WithdrawResponse>();
        services.AddSingleton<Invitations>();
        services.AddSingleton<UncountedResponses>();
        services.AddSingleton<DeleteExpiredResponses>();
        services.AddSingleton<DeleteWithdrawnAnswers>();
        services.AddSingleton<ReplayForgotten>();
        services.AddSingleton<CopyForgotten>();
        services.AddSingleton<ShuffleResponses>();
        services.AddSingleton<UnlinkLetters>();
        services.AddSingleton<QueueSignal>();
        services.AddSingleton<RequeueReadable>();
        services.TryAddSingleton<IResponseQueue, DatabaseQueue>();

        services.AddSingleton<TallyLayouts>();
        services.AddSingleton<TallyBatch>();
        services.AddSingleton<CountResponses>();
        services.AddSingleton<Recount>();
        services.AddSingleton<ReadResponseCounts>();
        services.AddSingleton<TakeFollowState>();
        services.AddSingleton<ReadFollow>();
        services.AddSingleton<StoreProgress>();
        services.AddSingleton<ReadProgress>();
        services.AddSingleton<ReadInhabitants>();
        services.AddSingleton<ChangeInhabitants>();
        services.AddSingleton<PublishResults>();
        services.AddSingleton<ListOpenAnswers>();
        services.AddSingleton<ReadReleasedAnswers>();
        services.AddSingleton<SaveDecision>();
        services.AddSingleton<PublishDecision>();
        services.AddSingleton<TakeBackDecision>();
        services.AddSingleton<ReadDecisions>();

        services.AddSingleton<ReadResultPage>();
        services.AddSingleton<ListOpenData>();
        services.AddSingleton<MakeSummary>();
        services.AddSingleton<PublishSummary>();
        services.AddSingleton<ReadSummaries>();
        services.AddSingleton<ListNotUnderstood>();
        services.AddSingleton<PrepareExport>();

        return services;
    }
}
