using System.Net;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;
using Participatie.Web.Frame;

namespace Participatie.Tests.Pages;

/// <summary>Pictures stand beside words, for those who want them.</summary>
public sealed class PicturesTests(Site site) : IClassFixture<Site>
{
    private const int MostBytes = 2 * 1024;

    [Fact]
    public void Each_choice_of_a_sample_has_a_picture_that_no_other_of_its_question_has()
    {
        var asked = site.The<Catalogue>().All.SelectMany(
            version =>
                version.Definition.Questions.Select(
                    question => (version.Definition.Slug, question.Id, Choices: Pictured(question)))).ToList();
        Assert.True(asked.Count(one => one.Choices.Count > 0) >= 18);
        Assert.All(asked, one =>
        {
            var drawn = one.Choices.Select(
                choice => choice.Picture is null ? null : BuiltAssets.Pictures.GetValueOrDefault(choice.Picture)).ToList();
            Assert.DoesNotContain(null, drawn);
            Assert.Equal(drawn.Count, drawn.Distinct(StringComparer.Ordinal).Count());
        });
    }

    [Fact]
    public async Task Pictures_add_little_to_a_page_and_go_when_they_are_switched_off()
    {
        foreach (var slug in new[] { "themas", "meepraten", "wonen" })
        {
            var cookies = new CookieContainer();
            var resident = site.NewResident(cookies);
            await resident.OpenAsync($"/raadpleging/{slug}/vraag/{site.The<Catalogue>().Latest(slug)!.Definition.Questions[0].Id}");
            while (!resident.Address.EndsWith("/controleren", StringComparison.Ordinal))
            {
                var (with, shown) = await WeighAsync(resident.Address, cookies, "");
                var (without, left) = await WeighAsync(resident.Address, cookies, "g0.r0.c0.p1.l0");
                Assert.True(with - without <= MostBytes, $"{resident.Address}: pictures weigh {with - without} bytes");
                Assert.True(shown > 0, resident.Address);
                Assert.Equal(0, left);
                await resident.AnswerAsync();
            }
        }
    }

    private static IReadOnlyList<Choice> Pictured(Question question) => question switch
    {
        IRotates listed => listed.Offered,
        YesNoQuestion or FeelingQuestion or AgreementQuestion => ((OneOfQuestion)question).Choices,
        StatementsQuestion => StatementsQuestion.Judgements,
        _ => [],
    };

    /// <returns>The page's bytes as a browser gets them, and how many pictures stand in it.</returns>
    private async Task<(int Bytes, int Pictures)> WeighAsync(string address, CookieContainer cookies, string settings)
    {
        var own = new CookieContainer();
        own.Add(cookies.GetAllCookies());
        own.Add(new Uri("http://localhost"), new Cookie(ReadingSettingsCookie.Name, settings));
        using var client = site.CreateDefaultClient(new Uri("http://localhost"), new CookieContainerHandler(own));
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptEncoding.ParseAdd("br");
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(["br"], response.Content.Headers.ContentEncoding);
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        using var page = new System.IO.Compression.BrotliStream(new MemoryStream(bytes), System.IO.Compression.CompressionMode.Decompress);
        using var reader = new StreamReader(page);
        return (bytes.Length, (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).Split("<svg").Length - 1);
    }
}
