using Participatie.Surveys.Intake;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Analysis;

/// <summary>A response that comes into the tallies or leaves them.</summary>
/// <param name="Version">Number of the version that it answered.</param>
/// <param name="Channel">How it came in.</param>
/// <param name="Organisation">Whether it was given on behalf of an organisation.</param>
/// <param name="Document">Its canonical answers.</param>
/// <param name="Sign">+1: count it; -1: take it out.</param>
public sealed record TallyChange(int Version, Channel Channel, bool Organisation, byte[] Document, int Sign);

/// <summary>Changes the running tallies, inside the transaction that marks the responses.</summary>
public sealed class TallyBatch
{
#pragma warning disable CA1822 // The tallies come with the next commit.
    public ValueTask ApplyAsync(WriteScope scope, int consultationId, IReadOnlyList<TallyChange> changes) => ValueTask.CompletedTask;
#pragma warning restore CA1822
}
