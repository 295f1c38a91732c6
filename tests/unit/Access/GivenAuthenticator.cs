using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace Participatie.Tests.Access;

/// <summary>A device with one passkey, as the WebAuthn standard says it answers (ES256, no attestation).</summary>
internal sealed class GivenAuthenticator : IDisposable
{
    public const string Origin = "http://localhost";
    private const byte Present = 0x01;
    private const byte Verified = 0x04;
    private const byte WithKey = 0x40;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(16);
    private byte[] _user = [];
    private uint _counter;

    /// <summary>Whether somebody unlocks it: a finger, a face, a PIN.</summary>
    public bool IsUnlocked { get; set; } = true;

    /// <summary>Many keys count nothing: then only the site knows that an answer was given before.</summary>
    public bool Counts { get; init; } = true;

    public string Make(string question, string origin = Origin)
    {
        using var asked = JsonDocument.Parse(question);
        _user = WebEncoders.Base64UrlDecode(asked.RootElement.GetProperty("user").GetProperty("id").GetString()!);
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        byte[] cose =
        [
            0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!,
        ];
        byte[] data =
        [
            .. Said(asked.RootElement.GetProperty("rp").GetProperty("id").GetString()!, WithKey), .. new byte[16], 0, (byte)_id.Length, .. _id,
            .. cose,
        ];
        byte[] attestation =
        [
            0xA3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xA0, 0x68, .. "authData"u8, 0x58, (byte)data.Length, .. data,
        ];
        return Credential(new()
        {
            ["clientDataJSON"] = Text(Client("webauthn.create", asked, origin)),
            ["attestationObject"] = Text(attestation),
        });
    }

    public string Use(string question, string origin = Origin)
    {
        using var asked = JsonDocument.Parse(question);
        var client = Client("webauthn.get", asked, origin);
        var data = Said(asked.RootElement.GetProperty("rpId").GetString()!, 0);
        var signature = _key.SignData(
            [.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Credential(new()
        {
            ["clientDataJSON"] = Text(client),
            ["authenticatorData"] = Text(data),
            ["signature"] = Text(signature),
            ["userHandle"] = Text(_user),
        });
    }

    public void Dispose() => _key.Dispose();

    private byte[] Said(string site, byte flags)
    {
        var counter = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(counter, Counts ? ++_counter : 0);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(site)), (byte)(flags | Present | (IsUnlocked ? Verified : 0)), .. counter];
    }

    private string Credential(Dictionary<string, string> response) => JsonSerializer.Serialize(new
    {
        id = Text(_id),
        rawId = Text(_id),
        type = "public-key",
        clientExtensionResults = new { },
        response,
    });

    private static byte[] Client(string type, JsonDocument asked, string origin) => JsonSerializer.SerializeToUtf8Bytes(
        new { type, challenge = asked.RootElement.GetProperty("challenge").GetString(), origin, crossOrigin = false });

    private static string Text(byte[] bytes) => WebEncoders.Base64UrlEncode(bytes);
}
