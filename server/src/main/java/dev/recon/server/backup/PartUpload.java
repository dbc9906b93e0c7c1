package dev.recon.server.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/// An object that is sent as it is written, in parts, so that neither memory nor disk ever holds
/// the whole. Until it is completed nobody sees it.
final class PartUpload extends OutputStream {
    /// 10,000 parts at most make 160 GB.
    private static final int PART_BYTES = 16 * 1024 * 1024;

    private final S3Client client;
    private final String bucket;
    private final String key;
    private final String id;
    private final MessageDigest digest = Digests.sha256();
    private final byte[] part = new byte[PART_BYTES];
    private final List<CompletedPart> sent = new ArrayList<>();
    private int held;

    PartUpload(S3Client client, String bucket, String key) {
        this.client = client;
        this.bucket = bucket;
        this.key = key;
        id = client.createMultipartUpload(create -> create.bucket(bucket).key(key)).uploadId();
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        int done = 0;
        while (done < count) {
            int some = Math.min(count - done, PART_BYTES - held);
            System.arraycopy(bytes, from + done, part, held, some);
            held += some;
            done += some;
            if (held == PART_BYTES) {
                send();
            }
        }
    }

    /// Makes the object visible and gives the SHA-256 of what was sent.
    byte[] complete() {
        if (held > 0 || sent.isEmpty()) {
            send();
        }
        client.completeMultipartUpload(complete ->
                complete.bucket(bucket)
                        .key(key)
                        .uploadId(id)
                        .multipartUpload(all -> all.parts(sent)));
        return digest.digest();
    }

    /// Gives the parts back that were sent; what fails here is not worth more than what failed.
    void abort() {
        try {
            client.abortMultipartUpload(abort -> abort.bucket(bucket).key(key).uploadId(id));
        } catch (SdkException alsoFailed) {
            System.err.println("the parts of " + key + " stay behind: " + alsoFailed.getMessage());
        }
    }

    private void send() {
        digest.update(part, 0, held);
        int number = sent.size() + 1;
        byte[] content = held == PART_BYTES ? part : Arrays.copyOf(part, held);
        String tag =
                client.uploadPart(
                                one -> one.bucket(bucket).key(key).uploadId(id).partNumber(number),
                                RequestBody.fromBytes(content))
                        .eTag();
        sent.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
        held = 0;
    }
}
