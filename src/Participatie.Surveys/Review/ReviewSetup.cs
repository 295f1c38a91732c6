using Microsoft.Extensions.DependencyInjection;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Review.Advising;
using Participatie.Surveys.Review.Findings;
using Participatie.Surveys.Review.Meetings;
using Participatie.Surveys.Review.Members;
using Participatie.Surveys.Review.Reports;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Review.Approvals;

namespace Participatie.Surveys.Review;

internal static class ReviewSetup
{
    public static IServiceCollection AddReview(this IServiceCollection services) => services
        .AddSingleton<ICouncilSignOff, CouncilSignOff>()
        .AddSingleton<ApproveRound>()
        .AddSingleton<AskRound>()
        .AddSingleton<RecordCall>()
        .AddSingleton<ReadReviews>()
        .AddSingleton<ReadHeldRounds>()
        .AddSingleton<SignedOffForms>()
        .AddSingleton<InviteMember>()
        .AddSingleton<RenewLink>()
        .AddSingleton<AddLink>()
        .AddSingleton<FindMember>()
        .AddSingleton<FindRounds>()
        .AddSingleton<KeepHalfWritten>()
        .AddSingleton<ReadHalfWritten>()
        .AddSingleton<RemindRound>()
        .AddSingleton<ComeIn>()
        .AddSingleton<KeepLook>()
        .AddSingleton<ReadVisits>()
        .AddSingleton<ForgetMembers>()
        .AddSingleton<ReportFinding>()
        .AddSingleton<SayGoesWell>()
        .AddSingleton<AnswerFinding>()
        .AddSingleton<ReadTwoVersions>()
        .AddSingleton<LookAgain>()
        .AddSingleton<CloseFinding>()
        .AddSingleton<ClassifyFinding>()
        .AddSingleton<JoinFindings>()
        .AddSingleton<TakeApart>()
        .AddSingleton<MakeReport>()
        .AddSingleton<AnswerReport>()
        .AddSingleton<SetReportAside>()
        .AddSingleton<ReplyToReport>()
        .AddSingleton<ReadReports>()
        .AddSingleton<ForgetReporters>()
        .AddSingleton<GiveAdvice>()
        .AddSingleton<AnswerAdvice>()
        .AddSingleton<ReadAdvice>()
        .AddSingleton<RecordMeeting>()
        .AddSingleton<ReadMeetingMatters>();
}
