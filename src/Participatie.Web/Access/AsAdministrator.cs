using Participatie.Surveys.Storage;

namespace Participatie.Web.Access;

/// <summary>
/// Runs a change of accounts in one transaction, one after the other over all instances. Whoever makes it is an administrator at that
/// moment, and an administrator who can sign in is left when it is done: two who take each other away at once do not both succeed.
/// </summary>
internal sealed class AsAdministrator(GroupedWriter writer, AuditLog audit)
{
    /// <summary>Any number will do, as long as every instance uses the same.</summary>
    private const long PostgresLock = 0x41646D69;

    private const string Able = "SELECT COUNT(*) FROM accounts WHERE is_administrator AND NOT is_blocked AND password_hash IS NOT NULL";

    /// <exception cref="NotAdministratorException">Whoever asks is none any more.</exception>
    /// <exception cref="LastAdministratorException">There would be none left. Nothing was changed.</exception>
    public async Task<T> RunAsync<T>(Doer doer, Func<AdministratorWork, ValueTask<T>> work, CancellationToken cancellationToken)
    {
        var (result, lines) = await writer.WriteAsync(
            async scope =>
            {
                if (!scope.IsSqlite)
                    await scope.ExecuteAsync("SELECT pg_advisory_xact_lock(@lock)", ("@lock", PostgresLock));
                if ((long)(await scope.ScalarAsync($"{Able} AND id = @id", ("@id", doer.Id)))! == 0)
                    throw new NotAdministratorException();
                var running = new AdministratorWork(scope, audit, doer);
                var result = await work(running);
                if ((long)(await scope.ScalarAsync(Able))! == 0)
                    throw new LastAdministratorException();
                return (result, running.Lines);
            },
            cancellationToken);
        audit.Say(lines);
        return result;
    }
}

/// <summary>What such a change may use.</summary>
internal sealed class AdministratorWork(WriteScope scope, AuditLog audit, Doer doer)
{
    public WriteScope Scope => scope;

    public Doer Doer => doer;

    public List<AuditEntry> Lines { get; } = [];

    public async ValueTask NoteAsync(AuditNote note) => Lines.Add(await audit.AppendAsync(scope, note));

    /// <returns>Null when it is not there any more.</returns>
    public async ValueTask<AccountNow?> FindAsync(Guid id)
    {
        await using var found = await scope.QueryAsync(
            "SELECT name, email, is_administrator, is_blocked, password_hash IS NOT NULL FROM accounts WHERE id = @id", ("@id", id));
        return await found.ReadAsync()
            ? new AccountNow(
                id, found.GetString(0), found.GetString(1), found.GetBoolean(2), found.GetBoolean(3), found.GetBoolean(4))
            : null;
    }
}

/// <summary>An account within such a change.</summary>
internal sealed record AccountNow(Guid Id, string Name, string Mail, bool IsAdministrator, bool IsBlocked, bool HasPassword)
{
    public string Said => $"{Name} <{Mail}>";
}

public sealed class NotAdministratorException() : Exception("Whoever asked is no administrator any more.");

public sealed class LastAdministratorException() : Exception("No administrator would be left.");
