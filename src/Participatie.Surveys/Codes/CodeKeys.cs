namespace Participatie.Surveys.Codes;

/// <summary>The newest key makes codes. Older ones still open what they made, for as long as a code of theirs may come back.</summary>
/// <param name="secrets">The oldest first; each has its place as its number, which stands beside the hashes that it made.</param>
public sealed class CodeKeys(params IReadOnlyList<byte[]> secrets)
{
    private readonly CodeKey[] _newestFirst = [.. secrets.Select((secret, at) => new CodeKey((short)(at + 1), secret)).Reverse()];

    public CodeKey Newest => _newestFirst[0];

    public IEnumerable<CodeKey> Older => _newestFirst.Skip(1);

    public IReadOnlyList<CodeKey> NewestFirst => _newestFirst;

    public CodeKey Of(short number) => _newestFirst[^number];
}
