using FsCheck;
using FsCheck.Fluent;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Tests.Pages;

public sealed class RandomFormPageTests(Site site) : IClassFixture<Site>
{
    private static readonly string[] Allowed = ["200", "400", "404", "413", "422"];

    private static readonly Gen<KeyValuePair<string, string>[]> Forms =
        (from name in Gen.OneOf(Gen.Elements("answer", "way", "rotation", "code", "answer.park", "answer.anders", "gedeeld", "terughalen"), Texts())
         from value in Gen.OneOf(
             Gen.Elements(
                 "",
                 "next",
                 "skip",
                 "dontknow",
                 "end",
                 "up:jeugd",
                 "wipe",
                 "later",
                 "sure",
                 "explain",
                 "easy",
                 "usual",
                 "settings",
                 "stop",
                 "take",
                 "stay",
                 "withdraw",
                 "ja",
                 "fiets",
                 "jeugd",
                 "eens",
                 "anders",
                 "geen",
                 "100",
                 "$skipped"),
             Texts())
         select new KeyValuePair<string, string>(name, value)).ArrayOf();

    [Fact]
    public async Task No_page_breaks_on_any_form()
    {
        await site.PublishAsync(GivenConsultation.WithEveryKind().WithMarkedChoices().WithSlug("alles").Build());
        var addresses = Addresses().ToArray();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var tries =
            from address in Gen.Elements(addresses)
            from form in Forms
            from begins in Gen.Choose(0, 3)
            from keepsToken in Gen.Frequency((5, Gen.Constant(true)), (1, Gen.Constant(false)))
            select (address, form, begins, keepsToken);

        Prop.ForAll(
            tries.ToArbitrary(), one => HoldsAsync(one.address, one.form, one.begins, one.keepsToken, seen).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(150));
        // Both taken and refused forms came by, or the test says nothing.
        Assert.Superset(new HashSet<string>(["200", "422", "400"], StringComparer.Ordinal), seen);
    }

    private async Task<bool> HoldsAsync(
        string address, KeyValuePair<string, string>[] form, int begins, bool keepsToken, HashSet<string> seen)
    {
        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/alles/vraag/choice");
        for (var page = 0; page < begins * 5; page++)
        {
            if (resident.Offers("Verder"))
            {
                await resident.AnswerAsync();
            }
        }

        await resident.OpenAsync("/verder");
        var token = resident.Form("Ga verder").Fields.Single(field => field.Key == "__RequestVerificationToken");
        await resident.PostAsync(address, keepsToken ? [.. form, token] : form);
        var status = ((int)resident.Status).ToString(System.Globalization.CultureInfo.InvariantCulture);
        seen.Add(status);
        Assert.Contains(status, Allowed);
        Assert.NotEmpty(resident.Page.QuerySelectorAll("h1"));
        return true;
    }

    private IEnumerable<string> Addresses()
    {
        var start = "/raadpleging/alles";
        foreach (var question in site.The<Catalogue>().Latest("alles")!.Definition.Questions)
        {
            yield return $"{start}/vraag/{question.Id}";
            if (question is RankingQuestion or StatementsQuestion)
            {
                yield return $"{start}/vraag/{question.Id}/1";
                yield return $"{start}/vraag/{question.Id}/2";
                yield return $"{start}/vraag/{question.Id}/4";
            }
        }

        foreach (var page
            in new[]
            {
                "",
                "/controleren",
                "/stop",
                "/terughalen",
                "/code",
                "/organisatie",
                "/samen",
                "/samen/geholpen",
                "/gedeeld",
                "/stop/wissen",
                "/bedankt/wissen",
            })
        {
            yield return start + page;
        }

        yield return "/raadpleging/wonen/code";
        yield return "/raadpleging/themas/organisatie";
        yield return "/verder";
        yield return "/mijn-antwoord";
    }

    private static Gen<string> Texts() => ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "");
}
