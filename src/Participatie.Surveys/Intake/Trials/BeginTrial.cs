using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Language;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Intake.Trials;

/// <summary>
/// Opens a copy of a sample as a consultation of its own, to try the program with. It is marked, and its very name says what it is: that
/// goes along into every page, sheet and file.
/// </summary>
public sealed class BeginTrial(BeginOpened begin, TimeProvider clock)
{
    private const string Prefix = "proef-";

    /// <returns>How it is called in addresses.</returns>
    /// <exception cref="LifeException">The sample cannot open.</exception>
    public async ValueTask<string> BeginAsync(WriteScope scope, Consultation sample)
    {
        var (slug, number) = await FreeSlugAsync(scope, Prefix + sample.Slug);
        var trial = sample.LoadedOn(Amsterdam.DayOf(clock.GetUtcNow())) with
        {
            Slug = slug,
            Title = NameOf(sample.Title, number),
            // There has to be something to look at.
            Results = ResultsMoment.WhileOpen,
        };
        await begin.BeginAsync(scope, Encoding.UTF8.GetString(DefinitionWriter.Write(trial)), LoadSamples.Reason, isTrial: true);
        return slug;
    }

    /// <summary>Two trials of one sample are told apart by their names too.</summary>
    private static Text NameOf(Text title, int number) => new(title.LanguageTags.ToDictionary(
        tag => tag,
        tag => string.Create(
            CultureInfo.InvariantCulture,
            $"{InterfaceWords.For(tag)["trial.title"]}{(number == 1 ? "" : $" {number}")}: {title.In(tag).Text}"),
        StringComparer.Ordinal));

    private static async ValueTask<(string Slug, int Number)> FreeSlugAsync(WriteScope scope, string wanted)
    {
        var stem = wanted[..Math.Min(wanted.Length, Slug.Longest - 4)].TrimEnd('-');
        var taken = await scope.Context.Consultations.Where(entry => entry.Slug.StartsWith(stem)).Select(entry => entry.Slug).ToListAsync();
        return Enumerable.Range(1, 999).Select(number => (Slug: number == 1 ? stem : $"{stem}-{number}", number))
            .First(one => !taken.Contains(one.Slug));
    }
}
