using QRCoder;

namespace Answerable.Web.People;

/// <summary>The square an authenticator app scans, drawn here: no secret leaves the machine.</summary>
internal static class AuthenticatorPicture
{
    public static string Of(string email, string key)
    {
        var address = $"otpauth://totp/{Uri.EscapeDataString("Answerable:" + email)}?secret={key}&issuer=Answerable&digits=6";
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(code);
        return "data:image/png;base64," + Convert.ToBase64String(picture.GetGraphic(6));
    }
}
