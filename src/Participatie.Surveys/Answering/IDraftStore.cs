using Participatie.Surveys.Codes;

namespace Participatie.Surveys.Answering;

/// <summary>
/// Where the drafts of a walk are kept: those of residents in <see cref="Drafts"/>, which a hand-in reads, and those of a preview in
/// <see cref="PreviewDrafts"/>, which nothing else does.
/// </summary>
public interface IDraftStore
{
    /// <summary>Makes the draft with its first answers.</summary>
    Task<(DraftToken Token, Draft Draft)> StartAsync(Draft draft, CancellationToken cancellationToken);

    /// <summary>Saves a change; when another tab saved first, applies it to what that tab saved.</summary>
    /// <returns>Null when the draft is gone: sent, wiped, expired or taken to another device.</returns>
    Task<Draft?> SaveAsync(
        DraftToken token, Draft draft, Func<Answers, Answers> change, string language, CancellationToken cancellationToken);

    /// <summary>Goes on without the code from the letter: from then on nothing ties the draft to it.</summary>
    /// <returns>The draft without it.</returns>
    Task<Draft> LeaveInvitationAsync(DraftToken token, Draft draft, CancellationToken cancellationToken);

    Task WipeAsync(DraftToken token, CancellationToken cancellationToken);
}
