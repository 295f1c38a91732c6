using System.Net;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Intake;

namespace Participatie.Tests.Pages;

public sealed class ReceiptTests(Site site) : IClassFixture<Site>
{
    private const string Question = "Wat is de code van uw antwoord?";

    [Fact]
    public async Task A_receipt_shows_what_became_of_the_answer_and_withdraws_it_after_asking_once_more()
    {
        var resident = site.NewResident();
        await resident.ToCheckPageAsync("themas");
        var receipt = await resident.SendAsync();

        var later = site.NewResident();
        await later.OpenAsync("/mijn-antwoord");
        await later.Type(Question, receipt.Replace(" ", "", StringComparison.Ordinal)).PressAsync("Bekijk mijn antwoord");
        Assert.Equal("Dit gebeurde er met uw antwoord", later.Heading);
        await later.PressAsync("Haal mijn antwoord weg");
        Assert.Equal("Weet u het zeker?", later.Heading);
        Assert.NotEqual(ResponseState.Withdrawn, await StateAsync(receipt));

        await later.PressAsync("Nee, laat mijn antwoord staan");
        await later.PressAsync("Haal mijn antwoord weg");
        await later.PressAsync("Ja, haal mijn antwoord weg");
        Assert.Contains("U heeft uw antwoord weggehaald.", later.Words, StringComparison.Ordinal);
        Assert.True(await StateAsync(receipt) is ResponseState.Withdrawing or ResponseState.Withdrawn);
    }

    [Theory]
    [InlineData("0000 0000 0000")]
    [InlineData("12")]
    [InlineData("<script>")]
    public async Task A_code_that_nobody_has_is_refused_plainly(string code)
    {
        var resident = site.NewResident();
        await resident.OpenAsync("/mijn-antwoord");
        await resident.Type(Question, code).PressAsync("Bekijk mijn antwoord");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, resident.Status);
        Assert.StartsWith("Fout: ", resident.Title, StringComparison.Ordinal);
        Assert.Equal(code, resident.Page.QuerySelector("input[name=code]")!.GetAttribute("value"));
    }

    private async Task<ResponseState> StateAsync(string receipt) =>
        (await site.The<Receipts>().LookUpAsync(Code.Parse(receipt)!.Value, TestContext.Current.CancellationToken))!.State;
}
