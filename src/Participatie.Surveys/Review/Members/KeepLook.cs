using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Members;

/// <summary>Where somebody was, and how the page stood there.</summary>
/// <param name="Page">The part of the address behind the link of the preview.</param>
/// <param name="Language">A tag.</param>
/// <param name="Settings">Names, with a space between.</param>
public sealed record LookedAt(string Page, string Language, string Settings);

/// <summary>Keeps that a member looked at a page; how, apart from who.</summary>
public sealed class KeepLook(TimeProvider clock)
{
    /// <summary>Longer than any address of a page that a consultation can have.</summary>
    public const int LongestPage = 200;

    /// <summary>More than one consultation has, in all its languages.</summary>
    private const int LongestList = 20_000;

    private readonly ReviewRecord _record = new(clock);

    /// <exception cref="ReviewException">The link has ended.</exception>
    public async ValueTask KeepAsync(WriteScope scope, string token, byte[]? visit, LookedAt look)
    {
        var (member, review) = await FindMember.DemandAsync(scope, token);
        if (!review.Events.Any(one => one.Step == ReviewStep.Looked && one.Round == member.Round && one.Member == member.Number))
        {
            await ReviewRecord.AppendAsync(scope, _record.Next(review, member.Round, ReviewStep.Looked, member: member.Number));
        }

        if (visit is not null
            && await scope.Context.ReviewVisits.SingleOrDefaultAsync(one =>
                one.VisitId == visit && one.ConsultationId == member.ConsultationId && one.Round == member.Round) is { } entry)
        {
            entry.Pages = With(entry.Pages, look.Page);
            entry.Languages = With(entry.Languages, look.Language);
            entry.Settings = look.Settings.Split(' ').Aggregate(entry.Settings, With);
            await scope.Context.SaveChangesAsync();
        }
    }

    private static string With(string list, string one) =>
        one.Length is 0 or > LongestPage || one.Contains(' ', StringComparison.Ordinal) || list.Length > LongestList
            || list.Split(' ').Contains(one, StringComparer.Ordinal)
            ? list
            : $"{list} {one}".TrimStart();
}
