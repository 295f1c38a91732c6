using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Language;
using Participatie.Surveys.Storage;
using Participatie.Web.Hosting;
using Participatie.Web.Mail;

namespace Participatie.Web.Access.Notices;

/// <summary>
/// Mails what waits to whoever it waits for, once: the mark that it was told and the mails in the outbox are one transaction, so another
/// instance or a restart tells nothing twice.
/// </summary>
public sealed class SendNotices(
    ListNotices notices,
    Database database,
    GroupedWriter writer,
    Outbox outbox,
    Catalogue catalogue,
    ConceptTitles concepts,
    Settings settings,
    TimeProvider clock)
{
    private const int LongestTitle = 100;

    /// <summary>What was told that long ago waits for nobody any more.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(400);

    private static readonly InterfaceWords Words = InterfaceWords.For(Languages.Dutch, Audience.Staff);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // Whoever has no mail sees it on the overview; what still waits when mail is set is told then.
        if (!outbox.IsOn)
            return;
        foreach (var notice in await NewOnesAsync(cancellationToken))
        {
            var title = await TitleOfAsync(notice, cancellationToken);
            await TellAsync(notice, scope => MailAsync(scope, notice, title), cancellationToken);
        }
    }

    /// <summary>
    /// After a restore: what waits now was told before it, or nobody can know that it was not. It stands on the overview.
    /// </summary>
    public async Task TakeAsToldAsync(CancellationToken cancellationToken)
    {
        foreach (var notice in await NewOnesAsync(cancellationToken))
            await TellAsync(notice, _ => ValueTask.CompletedTask, cancellationToken);
    }

    private async Task<IReadOnlyList<Notice>> NewOnesAsync(CancellationToken cancellationToken)
    {
        var waiting = await notices.ListAsync(cancellationToken);
        if (waiting.Count == 0)
            return [];
        var keys = waiting.Select(notice => notice.Key).ToList();
        await using var context = database.NewContext();
        var told = await context.NoticesSent.AsNoTracking().Where(sent => keys.Contains(sent.Key)).Select(sent => sent.Key)
            .ToListAsync(cancellationToken);
        return [.. waiting.Where(notice => !told.Contains(notice.Key))];
    }

    private async Task TellAsync(Notice notice, Func<WriteScope, ValueTask> mail, CancellationToken cancellationToken)
    {
        try
        {
            await writer.WriteAsync(
                async scope =>
                {
                    var now = clock.GetUtcNow();
                    if (await scope.Context.NoticesSent.AnyAsync(sent => sent.Key == notice.Key))
                        return;
                    var old = (now - Remembered).ToUnixTimeMilliseconds();
                    await scope.Context.NoticesSent.Where(sent => sent.At < old).ExecuteDeleteAsync();
                    scope.Context.NoticesSent.Add(new NoticeSentEntry { Key = notice.Key, At = now.ToUnixTimeMilliseconds() });
                    await scope.Context.SaveChangesAsync();
                    await mail(scope);
                },
                cancellationToken);
        }
        catch (DbException) when (!cancellationToken.IsCancellationRequested)
        {
            // Another instance told it at the same moment. If it was anything else, the next round tells it.
            if (!await IsToldAsync(notice, cancellationToken))
                throw;
        }
    }

    private async Task<bool> IsToldAsync(Notice notice, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        return await context.NoticesSent.AnyAsync(sent => sent.Key == notice.Key, cancellationToken);
    }

    private async ValueTask MailAsync(WriteScope scope, Notice notice, string title)
    {
        var subject = NoticeWords.Subject(notice, title, Words);
        var text = string.Join(
            "\n\n",
            NoticeWords.Text(notice, title, Words),
            settings.PublicUrl!.GetLeftPart(UriPartial.Authority) + notice.Address);
        foreach (var to in await RecipientsAsync(scope, notice))
            await outbox.AddAsync(scope, new MailMessage(to, subject, text));
    }

    /// <summary>Not whoever did it. A consultation without an author is its administrators' business.</summary>
    private async ValueTask<IReadOnlyList<string>> RecipientsAsync(WriteScope scope, Notice notice)
    {
        var authors = notice.For.HasFlag(NoticeFor.Authors) ? await AuthorsAsync(scope, notice.ConsultationId) : [];
        var administrators = notice.For.HasFlag(NoticeFor.Administrators) || authors.Count == 0 ? await AdministratorsAsync(scope) : [];
        return [.. authors.Concat(administrators).Where(person => person.Said != notice.Who).Select(person => person.Mail).Distinct(
            StringComparer.OrdinalIgnoreCase)];
    }

    private ValueTask<IReadOnlyList<(string Said, string Mail)>> AuthorsAsync(WriteScope scope, int consultationId) => PeopleAsync(
        scope,
        """
        SELECT name, email FROM accounts JOIN role_grants ON account_id = accounts.id
        WHERE NOT is_blocked AND role = @role AND consultation_id = @consultation AND until > @now
        """,
        ("@role", (int)StaffRole.Author), ("@consultation", consultationId), ("@now", clock.GetUtcNow().ToUnixTimeMilliseconds()));

    private static ValueTask<IReadOnlyList<(string Said, string Mail)>> AdministratorsAsync(WriteScope scope) =>
        PeopleAsync(scope, "SELECT name, email FROM accounts WHERE is_administrator AND NOT is_blocked");

    private static async ValueTask<IReadOnlyList<(string Said, string Mail)>> PeopleAsync(
        WriteScope scope, string sql, params (string, object?)[] values)
    {
        var people = new List<(string, string)>();
        await using var found = await scope.QueryAsync(sql, values);
        while (await found.ReadAsync())
            people.Add(($"{found.GetString(0)} <{found.GetString(1)}>", found.GetString(1)));
        return people;
    }

    private async Task<string> TitleOfAsync(Notice notice, CancellationToken cancellationToken)
    {
        if (notice.IsOfSite)
            return Words[notice.SiteTitle];
        var title = catalogue.Latest(notice.Slug)?.Definition.Title.Dutch
            ?? (await concepts.OfAsync([notice.ConsultationId], cancellationToken)).GetValueOrDefault(notice.ConsultationId, notice.Slug);
        var letters = new StringInfo(title);
        return letters.LengthInTextElements > LongestTitle ? letters.SubstringByTextElements(0, LongestTitle) + "…" : title;
    }
}
