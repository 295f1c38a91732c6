using Participatie.Surveys.Definition;
using Participatie.Surveys.Storage;

namespace Participatie.Web.Access;

/// <summary>
/// What somebody of the staff changes, and its lines in the audit log, in one transaction: neither is there without the other. From then on
/// this instance's pages know it.
/// </summary>
public sealed class RunAudited(GroupedWriter writer, AuditLog audit, Catalogue catalogue)
{
    /// <param name="work">May run more than once and counts once; what it throws undoes everything. Gives the line about it.</param>
    /// <param name="cancellationToken">Until it begins.</param>
    public Task<T> RunAsync<T>(Func<WriteScope, ValueTask<(T Done, AuditNote Note)>> work, CancellationToken cancellationToken) =>
        RunEachAsync(
            async scope =>
            {
                var (done, note) = await work(scope);
                return (done, (IReadOnlyList<AuditNote>)[note]);
            },
            cancellationToken);

    /// <summary>The same of work about several things, or that finds nothing to do: with a line for each.</summary>
    /// <param name="work">Gives the lines about it.</param>
    /// <param name="cancellationToken">Until it begins.</param>
    public async Task<T> RunEachAsync<T>(
        Func<WriteScope, ValueTask<(T Done, IReadOnlyList<AuditNote> Notes)>> work, CancellationToken cancellationToken)
    {
        var (done, lines) = await writer.WriteAsync(
            async scope =>
            {
                var (result, notes) = await work(scope);
                var written = new List<AuditEntry>(notes.Count);
                foreach (var note in notes)
                    written.Add(await audit.AppendAsync(scope, note));
                return (result, written);
            },
            cancellationToken);
        await TellAsync(lines);
        return done;
    }

    /// <summary>The same of work that writes some of its lines itself, and gives those too.</summary>
    /// <param name="work">Gives the line about it, and those that it wrote.</param>
    /// <param name="cancellationToken">Until it begins.</param>
    public async Task RunAsync(
        Func<WriteScope, ValueTask<(AuditNote Note, IReadOnlyList<AuditEntry> Written)>> work, CancellationToken cancellationToken)
    {
        var lines = await writer.WriteAsync(
            async scope =>
            {
                var (note, written) = await work(scope);
                return (IReadOnlyList<AuditEntry>)[.. written, await audit.AppendAsync(scope, note)];
            },
            cancellationToken);
        await TellAsync(lines);
    }

    private async Task TellAsync(IReadOnlyList<AuditEntry> lines)
    {
        audit.Say(lines);
        // It is done, whether whoever asked still waits or not.
        await catalogue.RefreshAsync(CancellationToken.None);
    }
}
