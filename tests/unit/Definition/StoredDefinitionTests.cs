using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Tests.Definition;

/// <summary>What was published once is not judged again: each row is one change of a good document.</summary>
public sealed class StoredDefinitionTests
{
    [Fact]
    public void Reads_what_the_strict_reader_reads_to_the_same_definition()
    {
        var document = GivenDocument.WithEveryKind().Root.ToJsonString();
        var (stored, unreadable) = DefinitionReader.ReadStored(document);
        Assert.Null(unreadable);
        Assert.Equal(DefinitionWriter.Write(GivenDocument.Read(document).Definition!), DefinitionWriter.Write(stored!));
    }

    [Theory]
    [InlineData("/extra", "{\"a\":1}")]
    [InlineData("/$schema", "\"/schema/raadpleging-2.json\"")]
    [InlineData("/languages", "[\"nl\",\"xx\"]")]
    [InlineData("/title/fr", "\"Bonjour\"")]
    [InlineData("/title/nl", "\"a\\u202eb\"")]
    [InlineData("/checkedBy", "{\"xx\":\"Iemand\"}")]
    [InlineData("/charter/closesOn", "\"2500-01-01\"")]
    [InlineData("/charter/contact", "\"het loket\"")]
    [InlineData("/questions/0/hint", "\"nieuw\"")]
    [InlineData("/questions/0/choices/0/exclusive", "true")]
    [InlineData("/questions/8/maxLength", "20000")]
    [InlineData("/questions/9/max", "900000")]
    public void Takes_what_other_releases_allowed_or_added(string at, string json) =>
        Assert.Null(DefinitionReader.ReadStored(GivenDocument.WithEveryKind().Put(at, json).Root.ToJsonString()).Unreadable);

    [Theory]
    [InlineData("/questions/0/kind", "\"map\"", "/questions/0/kind")]
    [InlineData("/questions/6/total", "{\"euro\":100}", "/questions/6/total")]
    [InlineData("/questions/6/step", "0", "/questions/6/step")]
    [InlineData("/questions/0/choices", "[]", "/questions/0/choices")]
    [InlineData("/questions/1/id", "\"choice\"", "/questions/1/id")]
    [InlineData("/questions/1/required", "\"soms\"", "/questions/1/required")]
    [InlineData("/questions/1/showWhen", "{\"question\":\"choice\",\"isAnyOf\":[\"fiets\"],\"not\":true}", "/questions/1/showWhen/not")]
    [InlineData("/questions/1/showWhen", "{\"question\":\"choice\",\"atLeast\":3}", "/questions/1/showWhen/isAnyOf")]
    [InlineData("/invitation", "\"panel\"", "/invitation")]
    [InlineData("/charter", "null", "/charter")]
    [InlineData("/title", "\"Kaal\"", "/title")]
    public void Names_what_it_cannot_give_a_meaning(string at, string json, string unreadable) =>
        Assert.Equal(
            unreadable, DefinitionReader.ReadStored(GivenDocument.WithEveryKind().Put(at, json).Root.ToJsonString()).Unreadable?.At);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("[1,2]")]
    [InlineData("{\"questions\":[{}]}")]
    public void Is_no_more_than_unreadable_when_it_is_damaged(string document) =>
        Assert.NotNull(DefinitionReader.ReadStored(document).Unreadable);

    [Fact]
    public void Keeps_a_value_beyond_a_limit_as_it_stands()
    {
        var (stored, _) = DefinitionReader.ReadStored(
            GivenDocument.WithEveryKind().Put("/questions/8/maxLength", "20000").Root.ToJsonString());
        Assert.Equal(20000, ((OpenQuestion)stored!.Questions[8]).MaxLength);
    }
}
