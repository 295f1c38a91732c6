using System.Text;
using Microsoft.AspNetCore.Identity;

namespace Participatie.Web.Access;

/// <summary>
/// Long, and not what anybody would guess first. What it is composed of is free: a rule for that makes passwords weaker and harder to
/// remember (NIST SP 800-63B, 2024).
/// </summary>
internal sealed class PasswordRules : IPasswordValidator<Account>
{
    public const int Shortest = 12;

    /// <summary>Room for a long sentence; hashing takes no longer for it.</summary>
    public const int Longest = 128;

    public const string TooShort = "staff.password.short";
    public const string TooLong = "staff.password.long";
    public const string Obvious = "staff.password.obvious";

    /// <summary>What is left of a word says little when it is shorter.</summary>
    private const int ShortestWord = 3;

    private const int FewestSigns = 5;
    private const string List = "Participatie.Web.Access.common-passwords.txt";
    private static readonly string[] Site = ["participatie", "drenthe", "provincie", "beheer", "raadpleging"];
    private static readonly HashSet<string> Common = Read();

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(WrongWith(password ?? "", user.Name, user.Email ?? "") is { } wrong
            ? IdentityResult.Failed(new IdentityError { Code = wrong })
            : IdentityResult.Success);

    /// <returns>The key of the text that says it; null when nothing is.</returns>
    public static string? WrongWith(string password, string name, string mail)
    {
        var length = password.EnumerateRunes().Count();
        return length < Shortest ? TooShort : length > Longest ? TooLong : IsObvious(password, name, mail) ? Obvious : null;
    }

    /// <summary>
    /// Made of nothing but words that come first to mind, with whatever digits and signs between them; or hardly of anything at all.
    /// </summary>
    private static bool IsObvious(string password, string name, string mail)
    {
        var letters = Fold(password);
        var lettersAlone = string.Concat(Plain(password).Where(char.IsLetter));
        if (letters.Distinct().Count() < FewestSigns || IsRow(password))
            return true;
        var own = (name + " " + mail).Split([' ', '@', '.', '-', '_', '+'], StringSplitOptions.RemoveEmptyEntries).Select(Fold);
        var words = Common.Concat(Site).Concat(own).Where(word => word.Length >= ShortestWord).ToHashSet(StringComparer.Ordinal);
        return IsMadeOf(letters, words) || IsMadeOf(lettersAlone, words);
    }

    private static bool IsMadeOf(string letters, HashSet<string> words)
    {
        var longest = words.Max(word => word.Length);
        var reached = new bool[letters.Length + 1];
        reached[0] = true;
        for (var from = 0; from < letters.Length; from++)
        {
            for (var length = ShortestWord; reached[from] && length <= longest && from + length <= letters.Length; length++)
                reached[from + length] |= words.Contains(letters.Substring(from, length));
        }

        return reached[^1];
    }

    /// <summary>"12345678901234", "abcdefghijklmn": each sign the next one after the one before.</summary>
    private static bool IsRow(string password) =>
        password.Zip(password.Skip(1)).Count(pair => Math.Abs(pair.Second - pair.First) <= 1) >= password.Length - 2;

    /// <summary>Small letters without their marks; digits that stand for a letter as that letter, all else left out.</summary>
    private static string Fold(string text)
    {
        var signs = Plain(text);
        var (begin, end) = (0, signs.Length);
        // Digits and signs around a word are a year or an exclamation mark, not letters.
        while (begin < end && !char.IsLetter(signs[begin]))
            begin++;
        while (end > begin && !char.IsLetter(signs[end - 1]))
            end--;
        return string.Concat(signs[begin..end].Select(sign => sign switch
        {
            '0' => 'o',
            '1' or '!' => 'i',
            '3' => 'e',
            '4' or '@' => 'a',
            '5' or '$' => 's',
            '7' => 't',
            _ => sign,
        }).Where(char.IsLetter));
    }

    private static string Plain(string text) => text.Normalize(NormalizationForm.FormD).ToLowerInvariant();

    private static HashSet<string> Read()
    {
        using var reader = new StreamReader(typeof(PasswordRules).Assembly.GetManifestResourceStream(List)!);
        return
        [
            .. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Where(line => line[0] != '#')
                .Select(Fold)
        ];
    }
}
