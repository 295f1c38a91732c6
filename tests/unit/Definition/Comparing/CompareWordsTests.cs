using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Participatie.Surveys.Definition.Comparing;

namespace Participatie.Tests.Definition.Comparing;

public sealed class CompareWordsTests
{
    private static readonly Arbitrary<string> Sentences = Gen.ListOf(Gen.Elements(
        "een", "twee", "één", "Één", " ", "  ", "\n", ",", "?", "😀", "مرحبا", "e\u0301", "\u200b", "3", "<b>")).Select(string.Concat).ToArbitrary();

    [Property]
    public Property What_stays_and_what_is_gone_make_the_old_sentence_and_with_what_is_new_the_new_one() => Prop.ForAll(
        Sentences,
        Sentences,
        (before, after) =>
        {
            foreach (var pieces in new[] { CompareWords.Of(before, after), CompareWords.OfLines(before, after) })
            {
                Assert.Equal(before, string.Concat(pieces.Where(piece => piece.Kind != PieceKind.New).Select(piece => piece.Text)));
                Assert.Equal(after, string.Concat(pieces.Where(piece => piece.Kind != PieceKind.Gone).Select(piece => piece.Text)));
            }
        });

    [Property]
    public Property A_sentence_stays_as_it_is() => Prop.ForAll(
        Sentences,
        sentence => Assert.All(CompareWords.Of(sentence, sentence), piece => Assert.Equal(PieceKind.Same, piece.Kind)));

    [Theory]
    [InlineData("Hoe gaat het met u?", "Hoe gaat het nu met jou?", "Hoe gaat het |+nu |met |-u|+jou|?")]
    [InlineData("Wat vindt u van het plan?", "Wat vindt u van de weg?", "Wat vindt u van |-het plan|+de weg|?")]
    [InlineData("", "Nieuw", "+Nieuw")]
    [InlineData("Weg", "", "-Weg")]
    [InlineData("😀", "😁", "-😀|+😁")]
    public void Marks_words_and_not_letters(string before, string after, string pieces) => Assert.Equal(
        pieces,
        string.Join('|', CompareWords.Of(before, after).Select(piece => piece.Kind switch
        {
            PieceKind.Gone => "-" + piece.Text,
            PieceKind.New => "+" + piece.Text,
            _ => piece.Text,
        })));

    [Fact]
    public void A_text_that_is_another_one_altogether_is_replaced_as_a_whole()
    {
        var before = string.Join(' ', Enumerable.Range(0, 50_000));
        var after = string.Join(' ', Enumerable.Range(100_000, 50_000));
        Assert.Equal([PieceKind.Gone, PieceKind.New], CompareWords.Of(before, after).Select(piece => piece.Kind));
    }
}
