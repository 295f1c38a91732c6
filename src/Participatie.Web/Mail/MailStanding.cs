using Participatie.Surveys.Storage;

namespace Participatie.Web.Mail;

/// <summary>How the outbox stands, for administrators and monitoring.</summary>
/// <param name="Waiting">How many mails are still to be sent.</param>
/// <param name="WaitingSince">When the oldest of them was written.</param>
/// <param name="LastSentAt">When one was sent last.</param>
/// <param name="LastFailure">Of those that wait: why the last try did not succeed.</param>
/// <param name="LastFailureAt">When that was.</param>
/// <param name="GivenUp">The newest first and not more than fit on a page, until somebody said that they have seen them.</param>
/// <param name="GivenUpCount">How many there are in all.</param>
public sealed record MailStanding(
    int Waiting,
    DateTimeOffset? WaitingSince,
    DateTimeOffset? LastSentAt,
    MailFailure LastFailure,
    DateTimeOffset? LastFailureAt,
    IReadOnlyList<GivenUpMail> GivenUp,
    int GivenUpCount);

/// <param name="To">The address; empty when nobody can read it any more.</param>
/// <param name="Subject">What it was about.</param>
/// <param name="Failure">Why it was given up.</param>
/// <param name="At">When.</param>
public sealed record GivenUpMail(string To, string Subject, MailFailure Failure, DateTimeOffset At);
