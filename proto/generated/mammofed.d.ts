import * as $protobuf from "protobufjs";
import Long = require("long");

/** Namespace mammofed. */
export namespace mammofed {

    /** Namespace v1. */
    namespace v1 {

        /** Role enum. */
        enum Role {

            /** ROLE_UNSPECIFIED value */
            ROLE_UNSPECIFIED = 0,

            /** ROLE_COORDINATOR value */
            ROLE_COORDINATOR = 1,

            /** ROLE_SITE value */
            ROLE_SITE = 2,

            /** ROLE_ENROLLING value */
            ROLE_ENROLLING = 3
        }

        /**
         * Properties of a ClientHello.
         * @deprecated Use mammofed.v1.ClientHello.$Properties instead.
         */
        interface IClientHello extends mammofed.v1.ClientHello.$Properties {
        }

        /** Represents a ClientHello. */
        class ClientHello {

            /**
             * Constructs a new ClientHello.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.ClientHello.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ClientHello protocolMajor. */
            protocolMajor: number;

            /** ClientHello protocolMinor. */
            protocolMinor: number;

            /** ClientHello role. */
            role: mammofed.v1.Role;

            /** ClientHello identityKey. */
            identityKey: Uint8Array;

            /** ClientHello ephemeralKey. */
            ephemeralKey: Uint8Array;

            /** ClientHello nonce. */
            nonce: Uint8Array;

            /**
             * Encodes the specified ClientHello message. Does not implicitly {@link mammofed.v1.ClientHello.verify|verify} messages.
             * @param message ClientHello message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.ClientHello.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ClientHello message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.ClientHello & mammofed.v1.ClientHello.$Shape} ClientHello
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.ClientHello & mammofed.v1.ClientHello.$Shape;

            /**
             * Creates a ClientHello message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ClientHello
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.ClientHello;

            /**
             * Creates a plain object from a ClientHello message. Also converts values to other types if specified.
             * @param message ClientHello
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.ClientHello, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ClientHello to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for ClientHello
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ClientHello {

            /** Properties of a ClientHello. */
            interface $Properties {

                /** ClientHello protocolMajor */
                protocolMajor?: (number|null);

                /** ClientHello protocolMinor */
                protocolMinor?: (number|null);

                /** ClientHello role */
                role?: (mammofed.v1.Role|null);

                /** ClientHello identityKey */
                identityKey?: (Uint8Array|null);

                /** ClientHello ephemeralKey */
                ephemeralKey?: (Uint8Array|null);

                /** ClientHello nonce */
                nonce?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ClientHello. */
            type $Shape = mammofed.v1.ClientHello.$Properties;
        }

        /**
         * Properties of a ServerHello.
         * @deprecated Use mammofed.v1.ServerHello.$Properties instead.
         */
        interface IServerHello extends mammofed.v1.ServerHello.$Properties {
        }

        /** Represents a ServerHello. */
        class ServerHello {

            /**
             * Constructs a new ServerHello.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.ServerHello.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ServerHello protocolMajor. */
            protocolMajor: number;

            /** ServerHello protocolMinor. */
            protocolMinor: number;

            /** ServerHello identityKey. */
            identityKey: Uint8Array;

            /** ServerHello ephemeralKey. */
            ephemeralKey: Uint8Array;

            /** ServerHello nonce. */
            nonce: Uint8Array;

            /** ServerHello signature. */
            signature: Uint8Array;

            /** ServerHello streamHeader. */
            streamHeader: Uint8Array;

            /**
             * Encodes the specified ServerHello message. Does not implicitly {@link mammofed.v1.ServerHello.verify|verify} messages.
             * @param message ServerHello message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.ServerHello.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ServerHello message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.ServerHello & mammofed.v1.ServerHello.$Shape} ServerHello
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.ServerHello & mammofed.v1.ServerHello.$Shape;

            /**
             * Creates a ServerHello message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ServerHello
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.ServerHello;

            /**
             * Creates a plain object from a ServerHello message. Also converts values to other types if specified.
             * @param message ServerHello
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.ServerHello, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ServerHello to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for ServerHello
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ServerHello {

            /** Properties of a ServerHello. */
            interface $Properties {

                /** ServerHello protocolMajor */
                protocolMajor?: (number|null);

                /** ServerHello protocolMinor */
                protocolMinor?: (number|null);

                /** ServerHello identityKey */
                identityKey?: (Uint8Array|null);

                /** ServerHello ephemeralKey */
                ephemeralKey?: (Uint8Array|null);

                /** ServerHello nonce */
                nonce?: (Uint8Array|null);

                /** ServerHello signature */
                signature?: (Uint8Array|null);

                /** ServerHello streamHeader */
                streamHeader?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ServerHello. */
            type $Shape = mammofed.v1.ServerHello.$Properties;
        }

        /**
         * Properties of a ClientFinish.
         * @deprecated Use mammofed.v1.ClientFinish.$Properties instead.
         */
        interface IClientFinish extends mammofed.v1.ClientFinish.$Properties {
        }

        /** Represents a ClientFinish. */
        class ClientFinish {

            /**
             * Constructs a new ClientFinish.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.ClientFinish.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ClientFinish signature. */
            signature: Uint8Array;

            /** ClientFinish streamHeader. */
            streamHeader: Uint8Array;

            /**
             * Encodes the specified ClientFinish message. Does not implicitly {@link mammofed.v1.ClientFinish.verify|verify} messages.
             * @param message ClientFinish message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.ClientFinish.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ClientFinish message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.ClientFinish & mammofed.v1.ClientFinish.$Shape} ClientFinish
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.ClientFinish & mammofed.v1.ClientFinish.$Shape;

            /**
             * Creates a ClientFinish message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ClientFinish
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.ClientFinish;

            /**
             * Creates a plain object from a ClientFinish message. Also converts values to other types if specified.
             * @param message ClientFinish
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.ClientFinish, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ClientFinish to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for ClientFinish
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ClientFinish {

            /** Properties of a ClientFinish. */
            interface $Properties {

                /** ClientFinish signature */
                signature?: (Uint8Array|null);

                /** ClientFinish streamHeader */
                streamHeader?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ClientFinish. */
            type $Shape = mammofed.v1.ClientFinish.$Properties;
        }

        /**
         * Properties of an Envelope.
         * @deprecated Use mammofed.v1.Envelope.$Properties instead.
         */
        interface IEnvelope extends mammofed.v1.Envelope.$Properties {
        }

        /** Represents an Envelope. */
        class Envelope {

            /**
             * Constructs a new Envelope.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.Envelope.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Envelope id. */
            id: number;

            /** Envelope replyTo. */
            replyTo: number;

            /** Envelope refused. */
            refused?: (mammofed.v1.Refused.$Properties|null);

            /** Envelope enrol. */
            enrol?: (mammofed.v1.Enrol.$Properties|null);

            /** Envelope enrolled. */
            enrolled?: (mammofed.v1.Enrolled.$Properties|null);

            /** Envelope ready. */
            ready?: (mammofed.v1.Ready.$Properties|null);

            /** Envelope welcome. */
            welcome?: (mammofed.v1.Welcome.$Properties|null);

            /** Envelope rosterUpdate. */
            rosterUpdate?: (mammofed.v1.RosterUpdate.$Properties|null);

            /** Envelope rosterTaken. */
            rosterTaken?: (mammofed.v1.RosterTaken.$Properties|null);

            /** Envelope trainTask. */
            trainTask?: (mammofed.v1.TrainTask.$Properties|null);

            /** Envelope evaluateTask. */
            evaluateTask?: (mammofed.v1.EvaluateTask.$Properties|null);

            /** Envelope cancelTask. */
            cancelTask?: (mammofed.v1.CancelTask.$Properties|null);

            /** Envelope taskAccepted. */
            taskAccepted?: (mammofed.v1.TaskAccepted.$Properties|null);

            /** Envelope progress. */
            progress?: (mammofed.v1.Progress.$Properties|null);

            /** Envelope taskFailed. */
            taskFailed?: (mammofed.v1.TaskFailed.$Properties|null);

            /** Envelope trained. */
            trained?: (mammofed.v1.Trained.$Properties|null);

            /** Envelope trainedNoted. */
            trainedNoted?: (mammofed.v1.TrainedNoted.$Properties|null);

            /** Envelope chunkRequest. */
            chunkRequest?: (mammofed.v1.ChunkRequest.$Properties|null);

            /** Envelope chunk. */
            chunk?: (mammofed.v1.Chunk.$Properties|null);

            /** Envelope uploadOpen. */
            uploadOpen?: (mammofed.v1.UploadOpen.$Properties|null);

            /** Envelope uploadStatus. */
            uploadStatus?: (mammofed.v1.UploadStatus.$Properties|null);

            /** Envelope uploadChunk. */
            uploadChunk?: (mammofed.v1.UploadChunk.$Properties|null);

            /** Envelope evaluationReport. */
            evaluationReport?: (mammofed.v1.EvaluationReport.$Properties|null);

            /** Envelope evaluationStored. */
            evaluationStored?: (mammofed.v1.EvaluationStored.$Properties|null);

            /** Envelope advertiseRequest. */
            advertiseRequest?: (mammofed.v1.AdvertiseRequest.$Properties|null);

            /** Envelope advertisement. */
            advertisement?: (mammofed.v1.Advertisement.$Properties|null);

            /** Envelope roll. */
            roll?: (mammofed.v1.Roll.$Properties|null);

            /** Envelope dealtShares. */
            dealtShares?: (mammofed.v1.DealtShares.$Properties|null);

            /** Envelope maskRequest. */
            maskRequest?: (mammofed.v1.MaskRequest.$Properties|null);

            /** Envelope maskAccepted. */
            maskAccepted?: (mammofed.v1.MaskAccepted.$Properties|null);

            /** Envelope confirmRequest. */
            confirmRequest?: (mammofed.v1.ConfirmRequest.$Properties|null);

            /** Envelope confirmation. */
            confirmation?: (mammofed.v1.Confirmation.$Properties|null);

            /** Envelope unmaskRequest. */
            unmaskRequest?: (mammofed.v1.UnmaskRequest.$Properties|null);

            /** Envelope unmaskShares. */
            unmaskShares?: (mammofed.v1.UnmaskShares.$Properties|null);

            /** Envelope treeHeadRequest. */
            treeHeadRequest?: (mammofed.v1.TreeHeadRequest.$Properties|null);

            /** Envelope treeHeadAnswer. */
            treeHeadAnswer?: (mammofed.v1.TreeHeadAnswer.$Properties|null);

            /** Envelope consistencyRequest. */
            consistencyRequest?: (mammofed.v1.ConsistencyRequest.$Properties|null);

            /** Envelope consistencyProof. */
            consistencyProof?: (mammofed.v1.ConsistencyProof.$Properties|null);

            /** Envelope logRecordRequest. */
            logRecordRequest?: (mammofed.v1.LogRecordRequest.$Properties|null);

            /** Envelope logRecord. */
            logRecord?: (mammofed.v1.LogRecord.$Properties|null);

            /** Envelope runOffer. */
            runOffer?: (mammofed.v1.RunOffer.$Properties|null);

            /** Envelope runAgreed. */
            runAgreed?: (mammofed.v1.RunAgreed.$Properties|null);

            /** Envelope offerAgain. */
            offerAgain?: (mammofed.v1.OfferAgain.$Properties|null);

            /** Envelope dataCheckReport. */
            dataCheckReport?: (mammofed.v1.DataCheckReport.$Properties|null);

            /** Envelope dataCheckStored. */
            dataCheckStored?: (mammofed.v1.DataCheckStored.$Properties|null);

            /** Envelope body. */
            body?: ("refused"|"enrol"|"enrolled"|"ready"|"welcome"|"rosterUpdate"|"rosterTaken"|"trainTask"|"evaluateTask"|"cancelTask"|"taskAccepted"|"progress"|"taskFailed"|"trained"|"trainedNoted"|"chunkRequest"|"chunk"|"uploadOpen"|"uploadStatus"|"uploadChunk"|"evaluationReport"|"evaluationStored"|"advertiseRequest"|"advertisement"|"roll"|"dealtShares"|"maskRequest"|"maskAccepted"|"confirmRequest"|"confirmation"|"unmaskRequest"|"unmaskShares"|"treeHeadRequest"|"treeHeadAnswer"|"consistencyRequest"|"consistencyProof"|"logRecordRequest"|"logRecord"|"runOffer"|"runAgreed"|"offerAgain"|"dataCheckReport"|"dataCheckStored");

            /**
             * Encodes the specified Envelope message. Does not implicitly {@link mammofed.v1.Envelope.verify|verify} messages.
             * @param message Envelope message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.Envelope.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Envelope message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.Envelope & mammofed.v1.Envelope.$Shape} Envelope
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.Envelope & mammofed.v1.Envelope.$Shape;

            /**
             * Creates an Envelope message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Envelope
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.Envelope;

            /**
             * Creates a plain object from an Envelope message. Also converts values to other types if specified.
             * @param message Envelope
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.Envelope, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Envelope to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Envelope
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Envelope {

            /** Properties of an Envelope. */
            interface $Properties {

                /** Envelope id */
                id?: (number|null);

                /** Envelope replyTo */
                replyTo?: (number|null);

                /** Envelope refused */
                refused?: (mammofed.v1.Refused.$Properties|null);

                /** Envelope enrol */
                enrol?: (mammofed.v1.Enrol.$Properties|null);

                /** Envelope enrolled */
                enrolled?: (mammofed.v1.Enrolled.$Properties|null);

                /** Envelope ready */
                ready?: (mammofed.v1.Ready.$Properties|null);

                /** Envelope welcome */
                welcome?: (mammofed.v1.Welcome.$Properties|null);

                /** Envelope rosterUpdate */
                rosterUpdate?: (mammofed.v1.RosterUpdate.$Properties|null);

                /** Envelope rosterTaken */
                rosterTaken?: (mammofed.v1.RosterTaken.$Properties|null);

                /** Envelope trainTask */
                trainTask?: (mammofed.v1.TrainTask.$Properties|null);

                /** Envelope evaluateTask */
                evaluateTask?: (mammofed.v1.EvaluateTask.$Properties|null);

                /** Envelope cancelTask */
                cancelTask?: (mammofed.v1.CancelTask.$Properties|null);

                /** Envelope taskAccepted */
                taskAccepted?: (mammofed.v1.TaskAccepted.$Properties|null);

                /** Envelope progress */
                progress?: (mammofed.v1.Progress.$Properties|null);

                /** Envelope taskFailed */
                taskFailed?: (mammofed.v1.TaskFailed.$Properties|null);

                /** Envelope trained */
                trained?: (mammofed.v1.Trained.$Properties|null);

                /** Envelope trainedNoted */
                trainedNoted?: (mammofed.v1.TrainedNoted.$Properties|null);

                /** Envelope chunkRequest */
                chunkRequest?: (mammofed.v1.ChunkRequest.$Properties|null);

                /** Envelope chunk */
                chunk?: (mammofed.v1.Chunk.$Properties|null);

                /** Envelope uploadOpen */
                uploadOpen?: (mammofed.v1.UploadOpen.$Properties|null);

                /** Envelope uploadStatus */
                uploadStatus?: (mammofed.v1.UploadStatus.$Properties|null);

                /** Envelope uploadChunk */
                uploadChunk?: (mammofed.v1.UploadChunk.$Properties|null);

                /** Envelope evaluationReport */
                evaluationReport?: (mammofed.v1.EvaluationReport.$Properties|null);

                /** Envelope evaluationStored */
                evaluationStored?: (mammofed.v1.EvaluationStored.$Properties|null);

                /** Envelope advertiseRequest */
                advertiseRequest?: (mammofed.v1.AdvertiseRequest.$Properties|null);

                /** Envelope advertisement */
                advertisement?: (mammofed.v1.Advertisement.$Properties|null);

                /** Envelope roll */
                roll?: (mammofed.v1.Roll.$Properties|null);

                /** Envelope dealtShares */
                dealtShares?: (mammofed.v1.DealtShares.$Properties|null);

                /** Envelope maskRequest */
                maskRequest?: (mammofed.v1.MaskRequest.$Properties|null);

                /** Envelope maskAccepted */
                maskAccepted?: (mammofed.v1.MaskAccepted.$Properties|null);

                /** Envelope confirmRequest */
                confirmRequest?: (mammofed.v1.ConfirmRequest.$Properties|null);

                /** Envelope confirmation */
                confirmation?: (mammofed.v1.Confirmation.$Properties|null);

                /** Envelope unmaskRequest */
                unmaskRequest?: (mammofed.v1.UnmaskRequest.$Properties|null);

                /** Envelope unmaskShares */
                unmaskShares?: (mammofed.v1.UnmaskShares.$Properties|null);

                /** Envelope treeHeadRequest */
                treeHeadRequest?: (mammofed.v1.TreeHeadRequest.$Properties|null);

                /** Envelope treeHeadAnswer */
                treeHeadAnswer?: (mammofed.v1.TreeHeadAnswer.$Properties|null);

                /** Envelope consistencyRequest */
                consistencyRequest?: (mammofed.v1.ConsistencyRequest.$Properties|null);

                /** Envelope consistencyProof */
                consistencyProof?: (mammofed.v1.ConsistencyProof.$Properties|null);

                /** Envelope logRecordRequest */
                logRecordRequest?: (mammofed.v1.LogRecordRequest.$Properties|null);

                /** Envelope logRecord */
                logRecord?: (mammofed.v1.LogRecord.$Properties|null);

                /** Envelope runOffer */
                runOffer?: (mammofed.v1.RunOffer.$Properties|null);

                /** Envelope runAgreed */
                runAgreed?: (mammofed.v1.RunAgreed.$Properties|null);

                /** Envelope offerAgain */
                offerAgain?: (mammofed.v1.OfferAgain.$Properties|null);

                /** Envelope dataCheckReport */
                dataCheckReport?: (mammofed.v1.DataCheckReport.$Properties|null);

                /** Envelope dataCheckStored */
                dataCheckStored?: (mammofed.v1.DataCheckStored.$Properties|null);

                /** Envelope body */
                body?: ("refused"|"enrol"|"enrolled"|"ready"|"welcome"|"rosterUpdate"|"rosterTaken"|"trainTask"|"evaluateTask"|"cancelTask"|"taskAccepted"|"progress"|"taskFailed"|"trained"|"trainedNoted"|"chunkRequest"|"chunk"|"uploadOpen"|"uploadStatus"|"uploadChunk"|"evaluationReport"|"evaluationStored"|"advertiseRequest"|"advertisement"|"roll"|"dealtShares"|"maskRequest"|"maskAccepted"|"confirmRequest"|"confirmation"|"unmaskRequest"|"unmaskShares"|"treeHeadRequest"|"treeHeadAnswer"|"consistencyRequest"|"consistencyProof"|"logRecordRequest"|"logRecord"|"runOffer"|"runAgreed"|"offerAgain"|"dataCheckReport"|"dataCheckStored");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of an Envelope. */
            type $Shape = {
              id?: number|null;
              replyTo?: number|null;
              refused?: mammofed.v1.Refused.$Shape|null;
              enrol?: mammofed.v1.Enrol.$Shape|null;
              enrolled?: mammofed.v1.Enrolled.$Shape|null;
              ready?: mammofed.v1.Ready.$Shape|null;
              welcome?: mammofed.v1.Welcome.$Shape|null;
              rosterUpdate?: mammofed.v1.RosterUpdate.$Shape|null;
              rosterTaken?: mammofed.v1.RosterTaken.$Shape|null;
              trainTask?: mammofed.v1.TrainTask.$Shape|null;
              evaluateTask?: mammofed.v1.EvaluateTask.$Shape|null;
              cancelTask?: mammofed.v1.CancelTask.$Shape|null;
              taskAccepted?: mammofed.v1.TaskAccepted.$Shape|null;
              progress?: mammofed.v1.Progress.$Shape|null;
              taskFailed?: mammofed.v1.TaskFailed.$Shape|null;
              trained?: mammofed.v1.Trained.$Shape|null;
              trainedNoted?: mammofed.v1.TrainedNoted.$Shape|null;
              chunkRequest?: mammofed.v1.ChunkRequest.$Shape|null;
              chunk?: mammofed.v1.Chunk.$Shape|null;
              uploadOpen?: mammofed.v1.UploadOpen.$Shape|null;
              uploadStatus?: mammofed.v1.UploadStatus.$Shape|null;
              uploadChunk?: mammofed.v1.UploadChunk.$Shape|null;
              evaluationReport?: mammofed.v1.EvaluationReport.$Shape|null;
              evaluationStored?: mammofed.v1.EvaluationStored.$Shape|null;
              advertiseRequest?: mammofed.v1.AdvertiseRequest.$Shape|null;
              advertisement?: mammofed.v1.Advertisement.$Shape|null;
              roll?: mammofed.v1.Roll.$Shape|null;
              dealtShares?: mammofed.v1.DealtShares.$Shape|null;
              maskRequest?: mammofed.v1.MaskRequest.$Shape|null;
              maskAccepted?: mammofed.v1.MaskAccepted.$Shape|null;
              confirmRequest?: mammofed.v1.ConfirmRequest.$Shape|null;
              confirmation?: mammofed.v1.Confirmation.$Shape|null;
              unmaskRequest?: mammofed.v1.UnmaskRequest.$Shape|null;
              unmaskShares?: mammofed.v1.UnmaskShares.$Shape|null;
              treeHeadRequest?: mammofed.v1.TreeHeadRequest.$Shape|null;
              treeHeadAnswer?: mammofed.v1.TreeHeadAnswer.$Shape|null;
              consistencyRequest?: mammofed.v1.ConsistencyRequest.$Shape|null;
              consistencyProof?: mammofed.v1.ConsistencyProof.$Shape|null;
              logRecordRequest?: mammofed.v1.LogRecordRequest.$Shape|null;
              logRecord?: mammofed.v1.LogRecord.$Shape|null;
              runOffer?: mammofed.v1.RunOffer.$Shape|null;
              runAgreed?: mammofed.v1.RunAgreed.$Shape|null;
              offerAgain?: mammofed.v1.OfferAgain.$Shape|null;
              dataCheckReport?: mammofed.v1.DataCheckReport.$Shape|null;
              dataCheckStored?: mammofed.v1.DataCheckStored.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ body?: undefined; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null; dataCheckReport?: null; dataCheckStored?: null }|{ body?: "refused"; refused: mammofed.v1.Refused.$Shape; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null; dataCheckReport?: null; dataCheckStored?: null }|{ body?: "enrol"; refused?: null; enrol: mammofed.v1.Enrol.$Shape; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null; dataCheckReport?: null; dataCheckStored?: null }|{ body?: "enrolled"; refused?: null; enrol?: null; enrolled: mammofed.v1.Enrolled.$Shape; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null; dataCheckReport?: null; dataCheckStored?: null }|{ body?: "ready"; refused?: null; enrol?: null; enrolled?: null; ready: mammofed.v1.Ready.$Shape; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null; dataCheckReport?: null; dataCheckStored?: null }|{ body?: "welcome"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome: mammofed.v1.Welcome.$Shape; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null; dataCheckReport?: null; dataCheckStored?: null }|{ body?: "rosterUpdate"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate: mammofed.v1.RosterUpdate.$Shape; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null; dataCheckReport?: null; dataCheckStored?: null }|{ body?: "rosterTaken"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken: mammofed.v1.RosterTaken.$Shape; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null; dataCheckReport?: null; dataCheckStored?: null }|{ body?: "trainTask"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask: mammofed.v1.TrainTask.$Shape; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null; dataCheckReport?: null; dataCheckStored?: null }|{ body?: "evaluateTask"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask: mammofed.v1.EvaluateTask.$Shape; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null; dataCheckReport?: null; dataCheckStored?: null }|{ body?: "cancelTask"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask: mammofed.v1.CancelTask.$Shape; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null; dataCheckReport?: null; dataCheckStored?: null }|{ body?: "taskAccepted"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted: mammofed.v1.TaskAccepted.$Shape; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null; dataCheckReport?: null; dataCheckStored?: null }|{ body?: "progress"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress: mammofed.v1.Progress.$Shape; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null; dataCheckReport?: null; dataCheckStored?: null }|{ body?: "taskFailed"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed: mammofed.v1.TaskFailed.$Shape; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null; dataCheckReport?: null; dataCheckStored?: null }|{ body?: "trained"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained: mammofed.v1.Trained.$Shape; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null; dataCheckReport?: null; dataCheckStored?: null }|{ body?: "trainedNoted"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted: mammofed.v1.TrainedNoted.$Shape; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null; dataCheckReport?: null; dataCheckStored?: null }|{ body?: "chunkRequest"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest: mammofed.v1.ChunkRequest.$Shape; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null; dataCheckReport?: null; dataCheckStored?: null }|{ body?: "chunk"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk: mammofed.v1.Chunk.$Shape; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null; dataCheckReport?: null; dataCheckStored?: null }|{ body?: "uploadOpen"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen: mammofed.v1.UploadOpen.$Shape; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null; dataCheckReport?: null; dataCheckStored?: null }|{ body?: "uploadStatus"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus: mammofed.v1.UploadStatus.$Shape; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null; dataCheckReport?: null; dataCheckStored?: null }|{ body?: "uploadChunk"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk: mammofed.v1.UploadChunk.$Shape; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null; dataCheckReport?: null; dataCheckStored?: null }|{ body?: "evaluationReport"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport: mammofed.v1.EvaluationReport.$Shape; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null; dataCheckReport?: null; dataCheckStored?: null }|{ body?: "evaluationStored"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored: mammofed.v1.EvaluationStored.$Shape; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null; dataCheckReport?: null; dataCheckStored?: null }|{ body?: "advertiseRequest"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest: mammofed.v1.AdvertiseRequest.$Shape; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null; dataCheckReport?: null; dataCheckStored?: null }|{ body?: "advertisement"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement: mammofed.v1.Advertisement.$Shape; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null; dataCheckReport?: null; dataCheckStored?: null }|{ body?: "roll"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll: mammofed.v1.Roll.$Shape; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null; dataCheckReport?: null; dataCheckStored?: null }|{ body?: "dealtShares"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares: mammofed.v1.DealtShares.$Shape; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null; dataCheckReport?: null; dataCheckStored?: null }|{ body?: "maskRequest"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest: mammofed.v1.MaskRequest.$Shape; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null; dataCheckReport?: null; dataCheckStored?: null }|{ body?: "maskAccepted"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted: mammofed.v1.MaskAccepted.$Shape; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null; dataCheckReport?: null; dataCheckStored?: null }|{ body?: "confirmRequest"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest: mammofed.v1.ConfirmRequest.$Shape; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null; dataCheckReport?: null; dataCheckStored?: null }|{ body?: "confirmation"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation: mammofed.v1.Confirmation.$Shape; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null; dataCheckReport?: null; dataCheckStored?: null }|{ body?: "unmaskRequest"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest: mammofed.v1.UnmaskRequest.$Shape; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null; dataCheckReport?: null; dataCheckStored?: null }|{ body?: "unmaskShares"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares: mammofed.v1.UnmaskShares.$Shape; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null; dataCheckReport?: null; dataCheckStored?: null }|{ body?: "treeHeadRequest"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest: mammofed.v1.TreeHeadRequest.$Shape; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null; dataCheckReport?: null; dataCheckStored?: null }|{ body?: "treeHeadAnswer"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer: mammofed.v1.TreeHeadAnswer.$Shape; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null; dataCheckReport?: null; dataCheckStored?: null }|{ body?: "consistencyRequest"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest: mammofed.v1.ConsistencyRequest.$Shape; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null; dataCheckReport?: null; dataCheckStored?: null }|{ body?: "consistencyProof"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof: mammofed.v1.ConsistencyProof.$Shape; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null; dataCheckReport?: null; dataCheckStored?: null }|{ body?: "logRecordRequest"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest: mammofed.v1.LogRecordRequest.$Shape; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null; dataCheckReport?: null; dataCheckStored?: null }|{ body?: "logRecord"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord: mammofed.v1.LogRecord.$Shape; runOffer?: null; runAgreed?: null; offerAgain?: null; dataCheckReport?: null; dataCheckStored?: null }|{ body?: "runOffer"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer: mammofed.v1.RunOffer.$Shape; runAgreed?: null; offerAgain?: null; dataCheckReport?: null; dataCheckStored?: null }|{ body?: "runAgreed"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed: mammofed.v1.RunAgreed.$Shape; offerAgain?: null; dataCheckReport?: null; dataCheckStored?: null }|{ body?: "offerAgain"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain: mammofed.v1.OfferAgain.$Shape; dataCheckReport?: null; dataCheckStored?: null }|{ body?: "dataCheckReport"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null; dataCheckReport: mammofed.v1.DataCheckReport.$Shape; dataCheckStored?: null }|{ body?: "dataCheckStored"; refused?: null; enrol?: null; enrolled?: null; ready?: null; welcome?: null; rosterUpdate?: null; rosterTaken?: null; trainTask?: null; evaluateTask?: null; cancelTask?: null; taskAccepted?: null; progress?: null; taskFailed?: null; trained?: null; trainedNoted?: null; chunkRequest?: null; chunk?: null; uploadOpen?: null; uploadStatus?: null; uploadChunk?: null; evaluationReport?: null; evaluationStored?: null; advertiseRequest?: null; advertisement?: null; roll?: null; dealtShares?: null; maskRequest?: null; maskAccepted?: null; confirmRequest?: null; confirmation?: null; unmaskRequest?: null; unmaskShares?: null; treeHeadRequest?: null; treeHeadAnswer?: null; consistencyRequest?: null; consistencyProof?: null; logRecordRequest?: null; logRecord?: null; runOffer?: null; runAgreed?: null; offerAgain?: null; dataCheckReport?: null; dataCheckStored: mammofed.v1.DataCheckStored.$Shape })
            );
        }

        /**
         * Properties of a Refused.
         * @deprecated Use mammofed.v1.Refused.$Properties instead.
         */
        interface IRefused extends mammofed.v1.Refused.$Properties {
        }

        /** Represents a Refused. */
        class Refused {

            /**
             * Constructs a new Refused.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.Refused.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Refused code. */
            code: string;

            /** Refused message. */
            message: string;

            /**
             * Encodes the specified Refused message. Does not implicitly {@link mammofed.v1.Refused.verify|verify} messages.
             * @param message Refused message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.Refused.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Refused message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.Refused & mammofed.v1.Refused.$Shape} Refused
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.Refused & mammofed.v1.Refused.$Shape;

            /**
             * Creates a Refused message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Refused
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.Refused;

            /**
             * Creates a plain object from a Refused message. Also converts values to other types if specified.
             * @param message Refused
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.Refused, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Refused to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Refused
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Refused {

            /** Properties of a Refused. */
            interface $Properties {

                /** Refused code */
                code?: (string|null);

                /** Refused message */
                message?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Refused. */
            type $Shape = mammofed.v1.Refused.$Properties;
        }

        /**
         * Properties of an Enrol.
         * @deprecated Use mammofed.v1.Enrol.$Properties instead.
         */
        interface IEnrol extends mammofed.v1.Enrol.$Properties {
        }

        /** Represents an Enrol. */
        class Enrol {

            /**
             * Constructs a new Enrol.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.Enrol.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Enrol joinSecret. */
            joinSecret: Uint8Array;

            /** Enrol siteName. */
            siteName: string;

            /** Enrol signature. */
            signature: Uint8Array;

            /**
             * Encodes the specified Enrol message. Does not implicitly {@link mammofed.v1.Enrol.verify|verify} messages.
             * @param message Enrol message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.Enrol.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Enrol message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.Enrol & mammofed.v1.Enrol.$Shape} Enrol
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.Enrol & mammofed.v1.Enrol.$Shape;

            /**
             * Creates an Enrol message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Enrol
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.Enrol;

            /**
             * Creates a plain object from an Enrol message. Also converts values to other types if specified.
             * @param message Enrol
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.Enrol, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Enrol to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Enrol
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Enrol {

            /** Properties of an Enrol. */
            interface $Properties {

                /** Enrol joinSecret */
                joinSecret?: (Uint8Array|null);

                /** Enrol siteName */
                siteName?: (string|null);

                /** Enrol signature */
                signature?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Enrol. */
            type $Shape = mammofed.v1.Enrol.$Properties;
        }

        /**
         * Properties of an Enrolled.
         * @deprecated Use mammofed.v1.Enrolled.$Properties instead.
         */
        interface IEnrolled extends mammofed.v1.Enrolled.$Properties {
        }

        /** Represents an Enrolled. */
        class Enrolled {

            /**
             * Constructs a new Enrolled.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.Enrolled.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Enrolled siteId. */
            siteId: string;

            /** Enrolled siteName. */
            siteName: string;

            /**
             * Encodes the specified Enrolled message. Does not implicitly {@link mammofed.v1.Enrolled.verify|verify} messages.
             * @param message Enrolled message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.Enrolled.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Enrolled message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.Enrolled & mammofed.v1.Enrolled.$Shape} Enrolled
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.Enrolled & mammofed.v1.Enrolled.$Shape;

            /**
             * Creates an Enrolled message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Enrolled
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.Enrolled;

            /**
             * Creates a plain object from an Enrolled message. Also converts values to other types if specified.
             * @param message Enrolled
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.Enrolled, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Enrolled to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Enrolled
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Enrolled {

            /** Properties of an Enrolled. */
            interface $Properties {

                /** Enrolled siteId */
                siteId?: (string|null);

                /** Enrolled siteName */
                siteName?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Enrolled. */
            type $Shape = mammofed.v1.Enrolled.$Properties;
        }

        /**
         * Properties of a Ready.
         * @deprecated Use mammofed.v1.Ready.$Properties instead.
         */
        interface IReady extends mammofed.v1.Ready.$Properties {
        }

        /** Represents a Ready. */
        class Ready {

            /**
             * Constructs a new Ready.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.Ready.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Ready agentVersion. */
            agentVersion: string;

            /**
             * Encodes the specified Ready message. Does not implicitly {@link mammofed.v1.Ready.verify|verify} messages.
             * @param message Ready message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.Ready.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Ready message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.Ready & mammofed.v1.Ready.$Shape} Ready
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.Ready & mammofed.v1.Ready.$Shape;

            /**
             * Creates a Ready message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Ready
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.Ready;

            /**
             * Creates a plain object from a Ready message. Also converts values to other types if specified.
             * @param message Ready
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.Ready, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Ready to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Ready
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Ready {

            /** Properties of a Ready. */
            interface $Properties {

                /** Ready agentVersion */
                agentVersion?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Ready. */
            type $Shape = mammofed.v1.Ready.$Properties;
        }

        /**
         * Properties of a Welcome.
         * @deprecated Use mammofed.v1.Welcome.$Properties instead.
         */
        interface IWelcome extends mammofed.v1.Welcome.$Properties {
        }

        /** Represents a Welcome. */
        class Welcome {

            /**
             * Constructs a new Welcome.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.Welcome.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Welcome siteId. */
            siteId: string;

            /** Welcome siteName. */
            siteName: string;

            /** Welcome siteIndex. */
            siteIndex: number;

            /** Welcome roster. */
            roster: Uint8Array;

            /** Welcome treeHead. */
            treeHead?: (mammofed.v1.TreeHead.$Properties|null);

            /**
             * Encodes the specified Welcome message. Does not implicitly {@link mammofed.v1.Welcome.verify|verify} messages.
             * @param message Welcome message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.Welcome.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Welcome message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.Welcome & mammofed.v1.Welcome.$Shape} Welcome
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.Welcome & mammofed.v1.Welcome.$Shape;

            /**
             * Creates a Welcome message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Welcome
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.Welcome;

            /**
             * Creates a plain object from a Welcome message. Also converts values to other types if specified.
             * @param message Welcome
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.Welcome, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Welcome to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Welcome
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Welcome {

            /** Properties of a Welcome. */
            interface $Properties {

                /** Welcome siteId */
                siteId?: (string|null);

                /** Welcome siteName */
                siteName?: (string|null);

                /** Welcome siteIndex */
                siteIndex?: (number|null);

                /** Welcome roster */
                roster?: (Uint8Array|null);

                /** Welcome treeHead */
                treeHead?: (mammofed.v1.TreeHead.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Welcome. */
            type $Shape = mammofed.v1.Welcome.$Properties;
        }

        /**
         * Properties of a RosterUpdate.
         * @deprecated Use mammofed.v1.RosterUpdate.$Properties instead.
         */
        interface IRosterUpdate extends mammofed.v1.RosterUpdate.$Properties {
        }

        /** Represents a RosterUpdate. */
        class RosterUpdate {

            /**
             * Constructs a new RosterUpdate.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.RosterUpdate.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RosterUpdate roster. */
            roster: Uint8Array;

            /**
             * Encodes the specified RosterUpdate message. Does not implicitly {@link mammofed.v1.RosterUpdate.verify|verify} messages.
             * @param message RosterUpdate message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.RosterUpdate.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RosterUpdate message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.RosterUpdate & mammofed.v1.RosterUpdate.$Shape} RosterUpdate
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.RosterUpdate & mammofed.v1.RosterUpdate.$Shape;

            /**
             * Creates a RosterUpdate message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns RosterUpdate
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.RosterUpdate;

            /**
             * Creates a plain object from a RosterUpdate message. Also converts values to other types if specified.
             * @param message RosterUpdate
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.RosterUpdate, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this RosterUpdate to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for RosterUpdate
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace RosterUpdate {

            /** Properties of a RosterUpdate. */
            interface $Properties {

                /** RosterUpdate roster */
                roster?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RosterUpdate. */
            type $Shape = mammofed.v1.RosterUpdate.$Properties;
        }

        /**
         * Properties of a RosterTaken.
         * @deprecated Use mammofed.v1.RosterTaken.$Properties instead.
         */
        interface IRosterTaken extends mammofed.v1.RosterTaken.$Properties {
        }

        /** Represents a RosterTaken. */
        class RosterTaken {

            /**
             * Constructs a new RosterTaken.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.RosterTaken.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RosterTaken version. */
            version: number;

            /**
             * Encodes the specified RosterTaken message. Does not implicitly {@link mammofed.v1.RosterTaken.verify|verify} messages.
             * @param message RosterTaken message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.RosterTaken.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RosterTaken message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.RosterTaken & mammofed.v1.RosterTaken.$Shape} RosterTaken
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.RosterTaken & mammofed.v1.RosterTaken.$Shape;

            /**
             * Creates a RosterTaken message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns RosterTaken
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.RosterTaken;

            /**
             * Creates a plain object from a RosterTaken message. Also converts values to other types if specified.
             * @param message RosterTaken
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.RosterTaken, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this RosterTaken to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for RosterTaken
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace RosterTaken {

            /** Properties of a RosterTaken. */
            interface $Properties {

                /** RosterTaken version */
                version?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RosterTaken. */
            type $Shape = mammofed.v1.RosterTaken.$Properties;
        }

        /**
         * Properties of a TreeHead.
         * @deprecated Use mammofed.v1.TreeHead.$Properties instead.
         */
        interface ITreeHead extends mammofed.v1.TreeHead.$Properties {
        }

        /** Represents a TreeHead. */
        class TreeHead {

            /**
             * Constructs a new TreeHead.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.TreeHead.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TreeHead size. */
            size: (number|Long);

            /** TreeHead root. */
            root: Uint8Array;

            /** TreeHead atMs. */
            atMs: (number|Long);

            /** TreeHead signature. */
            signature: Uint8Array;

            /**
             * Encodes the specified TreeHead message. Does not implicitly {@link mammofed.v1.TreeHead.verify|verify} messages.
             * @param message TreeHead message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.TreeHead.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TreeHead message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.TreeHead & mammofed.v1.TreeHead.$Shape} TreeHead
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.TreeHead & mammofed.v1.TreeHead.$Shape;

            /**
             * Creates a TreeHead message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns TreeHead
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.TreeHead;

            /**
             * Creates a plain object from a TreeHead message. Also converts values to other types if specified.
             * @param message TreeHead
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.TreeHead, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this TreeHead to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for TreeHead
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace TreeHead {

            /** Properties of a TreeHead. */
            interface $Properties {

                /** TreeHead size */
                size?: (number|Long|null);

                /** TreeHead root */
                root?: (Uint8Array|null);

                /** TreeHead atMs */
                atMs?: (number|Long|null);

                /** TreeHead signature */
                signature?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TreeHead. */
            type $Shape = mammofed.v1.TreeHead.$Properties;
        }

        /**
         * Properties of a TreeHeadRequest.
         * @deprecated Use mammofed.v1.TreeHeadRequest.$Properties instead.
         */
        interface ITreeHeadRequest extends mammofed.v1.TreeHeadRequest.$Properties {
        }

        /** Represents a TreeHeadRequest. */
        class TreeHeadRequest {

            /**
             * Constructs a new TreeHeadRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.TreeHeadRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Encodes the specified TreeHeadRequest message. Does not implicitly {@link mammofed.v1.TreeHeadRequest.verify|verify} messages.
             * @param message TreeHeadRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.TreeHeadRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TreeHeadRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.TreeHeadRequest & mammofed.v1.TreeHeadRequest.$Shape} TreeHeadRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.TreeHeadRequest & mammofed.v1.TreeHeadRequest.$Shape;

            /**
             * Creates a TreeHeadRequest message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns TreeHeadRequest
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.TreeHeadRequest;

            /**
             * Creates a plain object from a TreeHeadRequest message. Also converts values to other types if specified.
             * @param message TreeHeadRequest
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.TreeHeadRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this TreeHeadRequest to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for TreeHeadRequest
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace TreeHeadRequest {

            /** Properties of a TreeHeadRequest. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TreeHeadRequest. */
            type $Shape = mammofed.v1.TreeHeadRequest.$Properties;
        }

        /**
         * Properties of a TreeHeadAnswer.
         * @deprecated Use mammofed.v1.TreeHeadAnswer.$Properties instead.
         */
        interface ITreeHeadAnswer extends mammofed.v1.TreeHeadAnswer.$Properties {
        }

        /** Represents a TreeHeadAnswer. */
        class TreeHeadAnswer {

            /**
             * Constructs a new TreeHeadAnswer.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.TreeHeadAnswer.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TreeHeadAnswer treeHead. */
            treeHead?: (mammofed.v1.TreeHead.$Properties|null);

            /**
             * Encodes the specified TreeHeadAnswer message. Does not implicitly {@link mammofed.v1.TreeHeadAnswer.verify|verify} messages.
             * @param message TreeHeadAnswer message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.TreeHeadAnswer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TreeHeadAnswer message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.TreeHeadAnswer & mammofed.v1.TreeHeadAnswer.$Shape} TreeHeadAnswer
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.TreeHeadAnswer & mammofed.v1.TreeHeadAnswer.$Shape;

            /**
             * Creates a TreeHeadAnswer message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns TreeHeadAnswer
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.TreeHeadAnswer;

            /**
             * Creates a plain object from a TreeHeadAnswer message. Also converts values to other types if specified.
             * @param message TreeHeadAnswer
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.TreeHeadAnswer, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this TreeHeadAnswer to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for TreeHeadAnswer
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace TreeHeadAnswer {

            /** Properties of a TreeHeadAnswer. */
            interface $Properties {

                /** TreeHeadAnswer treeHead */
                treeHead?: (mammofed.v1.TreeHead.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TreeHeadAnswer. */
            type $Shape = mammofed.v1.TreeHeadAnswer.$Properties;
        }

        /**
         * Properties of a ConsistencyRequest.
         * @deprecated Use mammofed.v1.ConsistencyRequest.$Properties instead.
         */
        interface IConsistencyRequest extends mammofed.v1.ConsistencyRequest.$Properties {
        }

        /** Represents a ConsistencyRequest. */
        class ConsistencyRequest {

            /**
             * Constructs a new ConsistencyRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.ConsistencyRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ConsistencyRequest fromSize. */
            fromSize: (number|Long);

            /** ConsistencyRequest toSize. */
            toSize: (number|Long);

            /**
             * Encodes the specified ConsistencyRequest message. Does not implicitly {@link mammofed.v1.ConsistencyRequest.verify|verify} messages.
             * @param message ConsistencyRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.ConsistencyRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ConsistencyRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.ConsistencyRequest & mammofed.v1.ConsistencyRequest.$Shape} ConsistencyRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.ConsistencyRequest & mammofed.v1.ConsistencyRequest.$Shape;

            /**
             * Creates a ConsistencyRequest message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ConsistencyRequest
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.ConsistencyRequest;

            /**
             * Creates a plain object from a ConsistencyRequest message. Also converts values to other types if specified.
             * @param message ConsistencyRequest
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.ConsistencyRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ConsistencyRequest to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for ConsistencyRequest
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ConsistencyRequest {

            /** Properties of a ConsistencyRequest. */
            interface $Properties {

                /** ConsistencyRequest fromSize */
                fromSize?: (number|Long|null);

                /** ConsistencyRequest toSize */
                toSize?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ConsistencyRequest. */
            type $Shape = mammofed.v1.ConsistencyRequest.$Properties;
        }

        /**
         * Properties of a ConsistencyProof.
         * @deprecated Use mammofed.v1.ConsistencyProof.$Properties instead.
         */
        interface IConsistencyProof extends mammofed.v1.ConsistencyProof.$Properties {
        }

        /** Represents a ConsistencyProof. */
        class ConsistencyProof {

            /**
             * Constructs a new ConsistencyProof.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.ConsistencyProof.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ConsistencyProof nodes. */
            nodes: Uint8Array[];

            /**
             * Encodes the specified ConsistencyProof message. Does not implicitly {@link mammofed.v1.ConsistencyProof.verify|verify} messages.
             * @param message ConsistencyProof message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.ConsistencyProof.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ConsistencyProof message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.ConsistencyProof & mammofed.v1.ConsistencyProof.$Shape} ConsistencyProof
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.ConsistencyProof & mammofed.v1.ConsistencyProof.$Shape;

            /**
             * Creates a ConsistencyProof message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ConsistencyProof
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.ConsistencyProof;

            /**
             * Creates a plain object from a ConsistencyProof message. Also converts values to other types if specified.
             * @param message ConsistencyProof
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.ConsistencyProof, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ConsistencyProof to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for ConsistencyProof
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ConsistencyProof {

            /** Properties of a ConsistencyProof. */
            interface $Properties {

                /** ConsistencyProof nodes */
                nodes?: (Uint8Array[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ConsistencyProof. */
            type $Shape = mammofed.v1.ConsistencyProof.$Properties;
        }

        /**
         * Properties of a LogRecordRequest.
         * @deprecated Use mammofed.v1.LogRecordRequest.$Properties instead.
         */
        interface ILogRecordRequest extends mammofed.v1.LogRecordRequest.$Properties {
        }

        /** Represents a LogRecordRequest. */
        class LogRecordRequest {

            /**
             * Constructs a new LogRecordRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.LogRecordRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LogRecordRequest record. */
            record: string;

            /** LogRecordRequest runId. */
            runId: string;

            /** LogRecordRequest round. */
            round: number;

            /** LogRecordRequest attempt. */
            attempt: number;

            /** LogRecordRequest treeSize. */
            treeSize: (number|Long);

            /**
             * Encodes the specified LogRecordRequest message. Does not implicitly {@link mammofed.v1.LogRecordRequest.verify|verify} messages.
             * @param message LogRecordRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.LogRecordRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LogRecordRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.LogRecordRequest & mammofed.v1.LogRecordRequest.$Shape} LogRecordRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.LogRecordRequest & mammofed.v1.LogRecordRequest.$Shape;

            /**
             * Creates a LogRecordRequest message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns LogRecordRequest
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.LogRecordRequest;

            /**
             * Creates a plain object from a LogRecordRequest message. Also converts values to other types if specified.
             * @param message LogRecordRequest
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.LogRecordRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this LogRecordRequest to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for LogRecordRequest
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace LogRecordRequest {

            /** Properties of a LogRecordRequest. */
            interface $Properties {

                /** LogRecordRequest record */
                record?: (string|null);

                /** LogRecordRequest runId */
                runId?: (string|null);

                /** LogRecordRequest round */
                round?: (number|null);

                /** LogRecordRequest attempt */
                attempt?: (number|null);

                /** LogRecordRequest treeSize */
                treeSize?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LogRecordRequest. */
            type $Shape = mammofed.v1.LogRecordRequest.$Properties;
        }

        /**
         * Properties of a LogRecord.
         * @deprecated Use mammofed.v1.LogRecord.$Properties instead.
         */
        interface ILogRecord extends mammofed.v1.LogRecord.$Properties {
        }

        /** Represents a LogRecord. */
        class LogRecord {

            /**
             * Constructs a new LogRecord.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.LogRecord.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LogRecord index. */
            index: (number|Long);

            /** LogRecord entry. */
            entry: Uint8Array;

            /** LogRecord nodes. */
            nodes: Uint8Array[];

            /**
             * Encodes the specified LogRecord message. Does not implicitly {@link mammofed.v1.LogRecord.verify|verify} messages.
             * @param message LogRecord message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.LogRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LogRecord message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.LogRecord & mammofed.v1.LogRecord.$Shape} LogRecord
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.LogRecord & mammofed.v1.LogRecord.$Shape;

            /**
             * Creates a LogRecord message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns LogRecord
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.LogRecord;

            /**
             * Creates a plain object from a LogRecord message. Also converts values to other types if specified.
             * @param message LogRecord
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.LogRecord, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this LogRecord to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for LogRecord
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace LogRecord {

            /** Properties of a LogRecord. */
            interface $Properties {

                /** LogRecord index */
                index?: (number|Long|null);

                /** LogRecord entry */
                entry?: (Uint8Array|null);

                /** LogRecord nodes */
                nodes?: (Uint8Array[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LogRecord. */
            type $Shape = mammofed.v1.LogRecord.$Properties;
        }

        /**
         * Properties of a ModelRef.
         * @deprecated Use mammofed.v1.ModelRef.$Properties instead.
         */
        interface IModelRef extends mammofed.v1.ModelRef.$Properties {
        }

        /** Represents a ModelRef. */
        class ModelRef {

            /**
             * Constructs a new ModelRef.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.ModelRef.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ModelRef sha256. */
            sha256: Uint8Array;

            /** ModelRef byteLength. */
            byteLength: (number|Long);

            /**
             * Encodes the specified ModelRef message. Does not implicitly {@link mammofed.v1.ModelRef.verify|verify} messages.
             * @param message ModelRef message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.ModelRef.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ModelRef message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.ModelRef & mammofed.v1.ModelRef.$Shape} ModelRef
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.ModelRef & mammofed.v1.ModelRef.$Shape;

            /**
             * Creates a ModelRef message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ModelRef
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.ModelRef;

            /**
             * Creates a plain object from a ModelRef message. Also converts values to other types if specified.
             * @param message ModelRef
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.ModelRef, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ModelRef to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for ModelRef
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ModelRef {

            /** Properties of a ModelRef. */
            interface $Properties {

                /** ModelRef sha256 */
                sha256?: (Uint8Array|null);

                /** ModelRef byteLength */
                byteLength?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ModelRef. */
            type $Shape = mammofed.v1.ModelRef.$Properties;
        }

        /**
         * Properties of a TensorClip.
         * @deprecated Use mammofed.v1.TensorClip.$Properties instead.
         */
        interface ITensorClip extends mammofed.v1.TensorClip.$Properties {
        }

        /** Represents a TensorClip. */
        class TensorClip {

            /**
             * Constructs a new TensorClip.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.TensorClip.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TensorClip tensor. */
            tensor: string;

            /** TensorClip clip. */
            clip: number;

            /**
             * Encodes the specified TensorClip message. Does not implicitly {@link mammofed.v1.TensorClip.verify|verify} messages.
             * @param message TensorClip message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.TensorClip.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TensorClip message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.TensorClip & mammofed.v1.TensorClip.$Shape} TensorClip
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.TensorClip & mammofed.v1.TensorClip.$Shape;

            /**
             * Creates a TensorClip message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns TensorClip
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.TensorClip;

            /**
             * Creates a plain object from a TensorClip message. Also converts values to other types if specified.
             * @param message TensorClip
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.TensorClip, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this TensorClip to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for TensorClip
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace TensorClip {

            /** Properties of a TensorClip. */
            interface $Properties {

                /** TensorClip tensor */
                tensor?: (string|null);

                /** TensorClip clip */
                clip?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TensorClip. */
            type $Shape = mammofed.v1.TensorClip.$Properties;
        }

        /**
         * Properties of a RunSignature.
         * @deprecated Use mammofed.v1.RunSignature.$Properties instead.
         */
        interface IRunSignature extends mammofed.v1.RunSignature.$Properties {
        }

        /** Represents a RunSignature. */
        class RunSignature {

            /**
             * Constructs a new RunSignature.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.RunSignature.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RunSignature signer. */
            signer: Uint8Array;

            /** RunSignature signature. */
            signature: Uint8Array;

            /**
             * Encodes the specified RunSignature message. Does not implicitly {@link mammofed.v1.RunSignature.verify|verify} messages.
             * @param message RunSignature message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.RunSignature.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RunSignature message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.RunSignature & mammofed.v1.RunSignature.$Shape} RunSignature
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.RunSignature & mammofed.v1.RunSignature.$Shape;

            /**
             * Creates a RunSignature message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns RunSignature
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.RunSignature;

            /**
             * Creates a plain object from a RunSignature message. Also converts values to other types if specified.
             * @param message RunSignature
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.RunSignature, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this RunSignature to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for RunSignature
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace RunSignature {

            /** Properties of a RunSignature. */
            interface $Properties {

                /** RunSignature signer */
                signer?: (Uint8Array|null);

                /** RunSignature signature */
                signature?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RunSignature. */
            type $Shape = mammofed.v1.RunSignature.$Properties;
        }

        /**
         * Properties of a RunOffer.
         * @deprecated Use mammofed.v1.RunOffer.$Properties instead.
         */
        interface IRunOffer extends mammofed.v1.RunOffer.$Properties {
        }

        /** Represents a RunOffer. */
        class RunOffer {

            /**
             * Constructs a new RunOffer.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.RunOffer.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RunOffer runId. */
            runId: string;

            /** RunOffer configJson. */
            configJson: string;

            /** RunOffer configSha256. */
            configSha256: Uint8Array;

            /** RunOffer signature. */
            signature?: (mammofed.v1.RunSignature.$Properties|null);

            /**
             * Encodes the specified RunOffer message. Does not implicitly {@link mammofed.v1.RunOffer.verify|verify} messages.
             * @param message RunOffer message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.RunOffer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RunOffer message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.RunOffer & mammofed.v1.RunOffer.$Shape} RunOffer
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.RunOffer & mammofed.v1.RunOffer.$Shape;

            /**
             * Creates a RunOffer message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns RunOffer
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.RunOffer;

            /**
             * Creates a plain object from a RunOffer message. Also converts values to other types if specified.
             * @param message RunOffer
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.RunOffer, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this RunOffer to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for RunOffer
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace RunOffer {

            /** Properties of a RunOffer. */
            interface $Properties {

                /** RunOffer runId */
                runId?: (string|null);

                /** RunOffer configJson */
                configJson?: (string|null);

                /** RunOffer configSha256 */
                configSha256?: (Uint8Array|null);

                /** RunOffer signature */
                signature?: (mammofed.v1.RunSignature.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RunOffer. */
            type $Shape = mammofed.v1.RunOffer.$Properties;
        }

        /**
         * Properties of a RunAgreed.
         * @deprecated Use mammofed.v1.RunAgreed.$Properties instead.
         */
        interface IRunAgreed extends mammofed.v1.RunAgreed.$Properties {
        }

        /** Represents a RunAgreed. */
        class RunAgreed {

            /**
             * Constructs a new RunAgreed.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.RunAgreed.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RunAgreed runId. */
            runId: string;

            /**
             * Encodes the specified RunAgreed message. Does not implicitly {@link mammofed.v1.RunAgreed.verify|verify} messages.
             * @param message RunAgreed message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.RunAgreed.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RunAgreed message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.RunAgreed & mammofed.v1.RunAgreed.$Shape} RunAgreed
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.RunAgreed & mammofed.v1.RunAgreed.$Shape;

            /**
             * Creates a RunAgreed message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns RunAgreed
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.RunAgreed;

            /**
             * Creates a plain object from a RunAgreed message. Also converts values to other types if specified.
             * @param message RunAgreed
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.RunAgreed, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this RunAgreed to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for RunAgreed
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace RunAgreed {

            /** Properties of a RunAgreed. */
            interface $Properties {

                /** RunAgreed runId */
                runId?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RunAgreed. */
            type $Shape = mammofed.v1.RunAgreed.$Properties;
        }

        /**
         * Properties of an OfferAgain.
         * @deprecated Use mammofed.v1.OfferAgain.$Properties instead.
         */
        interface IOfferAgain extends mammofed.v1.OfferAgain.$Properties {
        }

        /** Represents an OfferAgain. */
        class OfferAgain {

            /**
             * Constructs a new OfferAgain.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.OfferAgain.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Encodes the specified OfferAgain message. Does not implicitly {@link mammofed.v1.OfferAgain.verify|verify} messages.
             * @param message OfferAgain message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.OfferAgain.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an OfferAgain message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.OfferAgain & mammofed.v1.OfferAgain.$Shape} OfferAgain
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.OfferAgain & mammofed.v1.OfferAgain.$Shape;

            /**
             * Creates an OfferAgain message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns OfferAgain
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.OfferAgain;

            /**
             * Creates a plain object from an OfferAgain message. Also converts values to other types if specified.
             * @param message OfferAgain
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.OfferAgain, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this OfferAgain to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for OfferAgain
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace OfferAgain {

            /** Properties of an OfferAgain. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an OfferAgain. */
            type $Shape = mammofed.v1.OfferAgain.$Properties;
        }

        /**
         * Properties of a DataCheckReport.
         * @deprecated Use mammofed.v1.DataCheckReport.$Properties instead.
         */
        interface IDataCheckReport extends mammofed.v1.DataCheckReport.$Properties {
        }

        /** Represents a DataCheckReport. */
        class DataCheckReport {

            /**
             * Constructs a new DataCheckReport.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.DataCheckReport.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DataCheckReport runId. */
            runId: string;

            /** DataCheckReport fits. */
            fits: boolean;

            /** DataCheckReport codes. */
            codes: string[];

            /** DataCheckReport usableImages. */
            usableImages?: (number|null);

            /** DataCheckReport usablePatients. */
            usablePatients?: (number|null);

            /** DataCheckReport imageCounts. */
            imageCounts: mammofed.v1.FindingCount.$Properties[];

            /** DataCheckReport statistics. */
            statistics?: (mammofed.v1.DataStatistics.$Properties|null);

            /**
             * Encodes the specified DataCheckReport message. Does not implicitly {@link mammofed.v1.DataCheckReport.verify|verify} messages.
             * @param message DataCheckReport message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.DataCheckReport.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DataCheckReport message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.DataCheckReport & mammofed.v1.DataCheckReport.$Shape} DataCheckReport
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.DataCheckReport & mammofed.v1.DataCheckReport.$Shape;

            /**
             * Creates a DataCheckReport message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns DataCheckReport
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.DataCheckReport;

            /**
             * Creates a plain object from a DataCheckReport message. Also converts values to other types if specified.
             * @param message DataCheckReport
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.DataCheckReport, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this DataCheckReport to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for DataCheckReport
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace DataCheckReport {

            /** Properties of a DataCheckReport. */
            interface $Properties {

                /** DataCheckReport runId */
                runId?: (string|null);

                /** DataCheckReport fits */
                fits?: (boolean|null);

                /** DataCheckReport codes */
                codes?: (string[]|null);

                /** DataCheckReport usableImages */
                usableImages?: (number|null);

                /** DataCheckReport usablePatients */
                usablePatients?: (number|null);

                /** DataCheckReport imageCounts */
                imageCounts?: (mammofed.v1.FindingCount.$Properties[]|null);

                /** DataCheckReport statistics */
                statistics?: (mammofed.v1.DataStatistics.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DataCheckReport. */
            type $Shape = mammofed.v1.DataCheckReport.$Properties;
        }

        /**
         * Properties of a FindingCount.
         * @deprecated Use mammofed.v1.FindingCount.$Properties instead.
         */
        interface IFindingCount extends mammofed.v1.FindingCount.$Properties {
        }

        /** Represents a FindingCount. */
        class FindingCount {

            /**
             * Constructs a new FindingCount.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.FindingCount.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** FindingCount code. */
            code: string;

            /** FindingCount images. */
            images: number;

            /**
             * Encodes the specified FindingCount message. Does not implicitly {@link mammofed.v1.FindingCount.verify|verify} messages.
             * @param message FindingCount message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.FindingCount.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a FindingCount message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.FindingCount & mammofed.v1.FindingCount.$Shape} FindingCount
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.FindingCount & mammofed.v1.FindingCount.$Shape;

            /**
             * Creates a FindingCount message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns FindingCount
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.FindingCount;

            /**
             * Creates a plain object from a FindingCount message. Also converts values to other types if specified.
             * @param message FindingCount
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.FindingCount, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this FindingCount to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for FindingCount
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace FindingCount {

            /** Properties of a FindingCount. */
            interface $Properties {

                /** FindingCount code */
                code?: (string|null);

                /** FindingCount images */
                images?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a FindingCount. */
            type $Shape = mammofed.v1.FindingCount.$Properties;
        }

        /**
         * Properties of a DataStatistics.
         * @deprecated Use mammofed.v1.DataStatistics.$Properties instead.
         */
        interface IDataStatistics extends mammofed.v1.DataStatistics.$Properties {
        }

        /** Represents a DataStatistics. */
        class DataStatistics {

            /**
             * Constructs a new DataStatistics.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.DataStatistics.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DataStatistics maskShare. */
            maskShare: number[];

            /** DataStatistics maskAreaMm2. */
            maskAreaMm2: number[];

            /** DataStatistics spacingMm. */
            spacingMm: number[];

            /** DataStatistics breastShare. */
            breastShare: number[];

            /** DataStatistics medianShade. */
            medianShade: number[];

            /**
             * Encodes the specified DataStatistics message. Does not implicitly {@link mammofed.v1.DataStatistics.verify|verify} messages.
             * @param message DataStatistics message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.DataStatistics.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DataStatistics message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.DataStatistics & mammofed.v1.DataStatistics.$Shape} DataStatistics
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.DataStatistics & mammofed.v1.DataStatistics.$Shape;

            /**
             * Creates a DataStatistics message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns DataStatistics
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.DataStatistics;

            /**
             * Creates a plain object from a DataStatistics message. Also converts values to other types if specified.
             * @param message DataStatistics
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.DataStatistics, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this DataStatistics to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for DataStatistics
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace DataStatistics {

            /** Properties of a DataStatistics. */
            interface $Properties {

                /** DataStatistics maskShare */
                maskShare?: (number[]|null);

                /** DataStatistics maskAreaMm2 */
                maskAreaMm2?: (number[]|null);

                /** DataStatistics spacingMm */
                spacingMm?: (number[]|null);

                /** DataStatistics breastShare */
                breastShare?: (number[]|null);

                /** DataStatistics medianShade */
                medianShade?: (number[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DataStatistics. */
            type $Shape = mammofed.v1.DataStatistics.$Properties;
        }

        /**
         * Properties of a DataCheckStored.
         * @deprecated Use mammofed.v1.DataCheckStored.$Properties instead.
         */
        interface IDataCheckStored extends mammofed.v1.DataCheckStored.$Properties {
        }

        /** Represents a DataCheckStored. */
        class DataCheckStored {

            /**
             * Constructs a new DataCheckStored.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.DataCheckStored.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DataCheckStored others. */
            others?: (mammofed.v1.ConsortiumStatistics.$Properties|null);

            /**
             * Encodes the specified DataCheckStored message. Does not implicitly {@link mammofed.v1.DataCheckStored.verify|verify} messages.
             * @param message DataCheckStored message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.DataCheckStored.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DataCheckStored message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.DataCheckStored & mammofed.v1.DataCheckStored.$Shape} DataCheckStored
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.DataCheckStored & mammofed.v1.DataCheckStored.$Shape;

            /**
             * Creates a DataCheckStored message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns DataCheckStored
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.DataCheckStored;

            /**
             * Creates a plain object from a DataCheckStored message. Also converts values to other types if specified.
             * @param message DataCheckStored
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.DataCheckStored, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this DataCheckStored to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for DataCheckStored
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace DataCheckStored {

            /** Properties of a DataCheckStored. */
            interface $Properties {

                /** DataCheckStored others */
                others?: (mammofed.v1.ConsortiumStatistics.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DataCheckStored. */
            type $Shape = mammofed.v1.DataCheckStored.$Properties;
        }

        /**
         * Properties of a ConsortiumStatistics.
         * @deprecated Use mammofed.v1.ConsortiumStatistics.$Properties instead.
         */
        interface IConsortiumStatistics extends mammofed.v1.ConsortiumStatistics.$Properties {
        }

        /** Represents a ConsortiumStatistics. */
        class ConsortiumStatistics {

            /**
             * Constructs a new ConsortiumStatistics.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.ConsortiumStatistics.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ConsortiumStatistics sites. */
            sites: number;

            /** ConsortiumStatistics images. */
            images: number;

            /** ConsortiumStatistics statistics. */
            statistics?: (mammofed.v1.DataStatistics.$Properties|null);

            /**
             * Encodes the specified ConsortiumStatistics message. Does not implicitly {@link mammofed.v1.ConsortiumStatistics.verify|verify} messages.
             * @param message ConsortiumStatistics message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.ConsortiumStatistics.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ConsortiumStatistics message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.ConsortiumStatistics & mammofed.v1.ConsortiumStatistics.$Shape} ConsortiumStatistics
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.ConsortiumStatistics & mammofed.v1.ConsortiumStatistics.$Shape;

            /**
             * Creates a ConsortiumStatistics message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ConsortiumStatistics
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.ConsortiumStatistics;

            /**
             * Creates a plain object from a ConsortiumStatistics message. Also converts values to other types if specified.
             * @param message ConsortiumStatistics
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.ConsortiumStatistics, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ConsortiumStatistics to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for ConsortiumStatistics
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ConsortiumStatistics {

            /** Properties of a ConsortiumStatistics. */
            interface $Properties {

                /** ConsortiumStatistics sites */
                sites?: (number|null);

                /** ConsortiumStatistics images */
                images?: (number|null);

                /** ConsortiumStatistics statistics */
                statistics?: (mammofed.v1.DataStatistics.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ConsortiumStatistics. */
            type $Shape = mammofed.v1.ConsortiumStatistics.$Properties;
        }

        /**
         * Properties of a TrainTask.
         * @deprecated Use mammofed.v1.TrainTask.$Properties instead.
         */
        interface ITrainTask extends mammofed.v1.TrainTask.$Properties {
        }

        /** Represents a TrainTask. */
        class TrainTask {

            /**
             * Constructs a new TrainTask.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.TrainTask.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TrainTask runId. */
            runId: string;

            /** TrainTask round. */
            round: number;

            /** TrainTask attempt. */
            attempt: number;

            /** TrainTask mode. */
            mode: string;

            /** TrainTask configJson. */
            configJson: string;

            /** TrainTask configSha256. */
            configSha256: Uint8Array;

            /** TrainTask baseModel. */
            baseModel?: (mammofed.v1.ModelRef.$Properties|null);

            /** TrainTask clips. */
            clips: mammofed.v1.TensorClip.$Properties[];

            /** TrainTask ringBits. */
            ringBits: number;

            /** TrainTask quantumMax. */
            quantumMax: number;

            /** TrainTask deadlineUnixMs. */
            deadlineUnixMs: (number|Long);

            /** TrainTask treeHead. */
            treeHead?: (mammofed.v1.TreeHead.$Properties|null);

            /** TrainTask signature. */
            signature?: (mammofed.v1.RunSignature.$Properties|null);

            /**
             * Encodes the specified TrainTask message. Does not implicitly {@link mammofed.v1.TrainTask.verify|verify} messages.
             * @param message TrainTask message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.TrainTask.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TrainTask message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.TrainTask & mammofed.v1.TrainTask.$Shape} TrainTask
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.TrainTask & mammofed.v1.TrainTask.$Shape;

            /**
             * Creates a TrainTask message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns TrainTask
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.TrainTask;

            /**
             * Creates a plain object from a TrainTask message. Also converts values to other types if specified.
             * @param message TrainTask
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.TrainTask, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this TrainTask to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for TrainTask
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace TrainTask {

            /** Properties of a TrainTask. */
            interface $Properties {

                /** TrainTask runId */
                runId?: (string|null);

                /** TrainTask round */
                round?: (number|null);

                /** TrainTask attempt */
                attempt?: (number|null);

                /** TrainTask mode */
                mode?: (string|null);

                /** TrainTask configJson */
                configJson?: (string|null);

                /** TrainTask configSha256 */
                configSha256?: (Uint8Array|null);

                /** TrainTask baseModel */
                baseModel?: (mammofed.v1.ModelRef.$Properties|null);

                /** TrainTask clips */
                clips?: (mammofed.v1.TensorClip.$Properties[]|null);

                /** TrainTask ringBits */
                ringBits?: (number|null);

                /** TrainTask quantumMax */
                quantumMax?: (number|null);

                /** TrainTask deadlineUnixMs */
                deadlineUnixMs?: (number|Long|null);

                /** TrainTask treeHead */
                treeHead?: (mammofed.v1.TreeHead.$Properties|null);

                /** TrainTask signature */
                signature?: (mammofed.v1.RunSignature.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TrainTask. */
            type $Shape = mammofed.v1.TrainTask.$Properties;
        }

        /**
         * Properties of an EvaluateTask.
         * @deprecated Use mammofed.v1.EvaluateTask.$Properties instead.
         */
        interface IEvaluateTask extends mammofed.v1.EvaluateTask.$Properties {
        }

        /** Represents an EvaluateTask. */
        class EvaluateTask {

            /**
             * Constructs a new EvaluateTask.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.EvaluateTask.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EvaluateTask runId. */
            runId: string;

            /** EvaluateTask round. */
            round: number;

            /** EvaluateTask configJson. */
            configJson: string;

            /** EvaluateTask configSha256. */
            configSha256: Uint8Array;

            /** EvaluateTask model. */
            model?: (mammofed.v1.ModelRef.$Properties|null);

            /** EvaluateTask deadlineUnixMs. */
            deadlineUnixMs: (number|Long);

            /** EvaluateTask treeHead. */
            treeHead?: (mammofed.v1.TreeHead.$Properties|null);

            /** EvaluateTask signature. */
            signature?: (mammofed.v1.RunSignature.$Properties|null);

            /**
             * Encodes the specified EvaluateTask message. Does not implicitly {@link mammofed.v1.EvaluateTask.verify|verify} messages.
             * @param message EvaluateTask message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.EvaluateTask.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EvaluateTask message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.EvaluateTask & mammofed.v1.EvaluateTask.$Shape} EvaluateTask
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.EvaluateTask & mammofed.v1.EvaluateTask.$Shape;

            /**
             * Creates an EvaluateTask message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns EvaluateTask
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.EvaluateTask;

            /**
             * Creates a plain object from an EvaluateTask message. Also converts values to other types if specified.
             * @param message EvaluateTask
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.EvaluateTask, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this EvaluateTask to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for EvaluateTask
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace EvaluateTask {

            /** Properties of an EvaluateTask. */
            interface $Properties {

                /** EvaluateTask runId */
                runId?: (string|null);

                /** EvaluateTask round */
                round?: (number|null);

                /** EvaluateTask configJson */
                configJson?: (string|null);

                /** EvaluateTask configSha256 */
                configSha256?: (Uint8Array|null);

                /** EvaluateTask model */
                model?: (mammofed.v1.ModelRef.$Properties|null);

                /** EvaluateTask deadlineUnixMs */
                deadlineUnixMs?: (number|Long|null);

                /** EvaluateTask treeHead */
                treeHead?: (mammofed.v1.TreeHead.$Properties|null);

                /** EvaluateTask signature */
                signature?: (mammofed.v1.RunSignature.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EvaluateTask. */
            type $Shape = mammofed.v1.EvaluateTask.$Properties;
        }

        /**
         * Properties of a CancelTask.
         * @deprecated Use mammofed.v1.CancelTask.$Properties instead.
         */
        interface ICancelTask extends mammofed.v1.CancelTask.$Properties {
        }

        /** Represents a CancelTask. */
        class CancelTask {

            /**
             * Constructs a new CancelTask.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.CancelTask.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CancelTask runId. */
            runId: string;

            /** CancelTask round. */
            round: number;

            /** CancelTask attempt. */
            attempt: number;

            /** CancelTask reason. */
            reason: string;

            /**
             * Encodes the specified CancelTask message. Does not implicitly {@link mammofed.v1.CancelTask.verify|verify} messages.
             * @param message CancelTask message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.CancelTask.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CancelTask message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.CancelTask & mammofed.v1.CancelTask.$Shape} CancelTask
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.CancelTask & mammofed.v1.CancelTask.$Shape;

            /**
             * Creates a CancelTask message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns CancelTask
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.CancelTask;

            /**
             * Creates a plain object from a CancelTask message. Also converts values to other types if specified.
             * @param message CancelTask
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.CancelTask, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this CancelTask to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for CancelTask
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace CancelTask {

            /** Properties of a CancelTask. */
            interface $Properties {

                /** CancelTask runId */
                runId?: (string|null);

                /** CancelTask round */
                round?: (number|null);

                /** CancelTask attempt */
                attempt?: (number|null);

                /** CancelTask reason */
                reason?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CancelTask. */
            type $Shape = mammofed.v1.CancelTask.$Properties;
        }

        /**
         * Properties of a TaskAccepted.
         * @deprecated Use mammofed.v1.TaskAccepted.$Properties instead.
         */
        interface ITaskAccepted extends mammofed.v1.TaskAccepted.$Properties {
        }

        /** Represents a TaskAccepted. */
        class TaskAccepted {

            /**
             * Constructs a new TaskAccepted.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.TaskAccepted.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Encodes the specified TaskAccepted message. Does not implicitly {@link mammofed.v1.TaskAccepted.verify|verify} messages.
             * @param message TaskAccepted message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.TaskAccepted.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TaskAccepted message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.TaskAccepted & mammofed.v1.TaskAccepted.$Shape} TaskAccepted
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.TaskAccepted & mammofed.v1.TaskAccepted.$Shape;

            /**
             * Creates a TaskAccepted message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns TaskAccepted
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.TaskAccepted;

            /**
             * Creates a plain object from a TaskAccepted message. Also converts values to other types if specified.
             * @param message TaskAccepted
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.TaskAccepted, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this TaskAccepted to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for TaskAccepted
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace TaskAccepted {

            /** Properties of a TaskAccepted. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TaskAccepted. */
            type $Shape = mammofed.v1.TaskAccepted.$Properties;
        }

        /**
         * Properties of a Progress.
         * @deprecated Use mammofed.v1.Progress.$Properties instead.
         */
        interface IProgress extends mammofed.v1.Progress.$Properties {
        }

        /** Represents a Progress. */
        class Progress {

            /**
             * Constructs a new Progress.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.Progress.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Progress runId. */
            runId: string;

            /** Progress round. */
            round: number;

            /** Progress attempt. */
            attempt: number;

            /** Progress phase. */
            phase: string;

            /** Progress step. */
            step: number;

            /** Progress stepCount. */
            stepCount: number;

            /** Progress loss. */
            loss?: (number|null);

            /**
             * Encodes the specified Progress message. Does not implicitly {@link mammofed.v1.Progress.verify|verify} messages.
             * @param message Progress message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.Progress.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Progress message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.Progress & mammofed.v1.Progress.$Shape} Progress
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.Progress & mammofed.v1.Progress.$Shape;

            /**
             * Creates a Progress message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Progress
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.Progress;

            /**
             * Creates a plain object from a Progress message. Also converts values to other types if specified.
             * @param message Progress
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.Progress, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Progress to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Progress
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Progress {

            /** Properties of a Progress. */
            interface $Properties {

                /** Progress runId */
                runId?: (string|null);

                /** Progress round */
                round?: (number|null);

                /** Progress attempt */
                attempt?: (number|null);

                /** Progress phase */
                phase?: (string|null);

                /** Progress step */
                step?: (number|null);

                /** Progress stepCount */
                stepCount?: (number|null);

                /** Progress loss */
                loss?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Progress. */
            type $Shape = mammofed.v1.Progress.$Properties;
        }

        /**
         * Properties of a TaskFailed.
         * @deprecated Use mammofed.v1.TaskFailed.$Properties instead.
         */
        interface ITaskFailed extends mammofed.v1.TaskFailed.$Properties {
        }

        /** Represents a TaskFailed. */
        class TaskFailed {

            /**
             * Constructs a new TaskFailed.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.TaskFailed.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TaskFailed runId. */
            runId: string;

            /** TaskFailed round. */
            round: number;

            /** TaskFailed attempt. */
            attempt: number;

            /** TaskFailed code. */
            code: string;

            /** TaskFailed message. */
            message: string;

            /**
             * Encodes the specified TaskFailed message. Does not implicitly {@link mammofed.v1.TaskFailed.verify|verify} messages.
             * @param message TaskFailed message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.TaskFailed.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TaskFailed message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.TaskFailed & mammofed.v1.TaskFailed.$Shape} TaskFailed
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.TaskFailed & mammofed.v1.TaskFailed.$Shape;

            /**
             * Creates a TaskFailed message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns TaskFailed
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.TaskFailed;

            /**
             * Creates a plain object from a TaskFailed message. Also converts values to other types if specified.
             * @param message TaskFailed
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.TaskFailed, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this TaskFailed to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for TaskFailed
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace TaskFailed {

            /** Properties of a TaskFailed. */
            interface $Properties {

                /** TaskFailed runId */
                runId?: (string|null);

                /** TaskFailed round */
                round?: (number|null);

                /** TaskFailed attempt */
                attempt?: (number|null);

                /** TaskFailed code */
                code?: (string|null);

                /** TaskFailed message */
                message?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TaskFailed. */
            type $Shape = mammofed.v1.TaskFailed.$Properties;
        }

        /**
         * Properties of a Trained.
         * @deprecated Use mammofed.v1.Trained.$Properties instead.
         */
        interface ITrained extends mammofed.v1.Trained.$Properties {
        }

        /** Represents a Trained. */
        class Trained {

            /**
             * Constructs a new Trained.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.Trained.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Trained runId. */
            runId: string;

            /** Trained round. */
            round: number;

            /** Trained attempt. */
            attempt: number;

            /**
             * Encodes the specified Trained message. Does not implicitly {@link mammofed.v1.Trained.verify|verify} messages.
             * @param message Trained message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.Trained.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Trained message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.Trained & mammofed.v1.Trained.$Shape} Trained
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.Trained & mammofed.v1.Trained.$Shape;

            /**
             * Creates a Trained message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Trained
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.Trained;

            /**
             * Creates a plain object from a Trained message. Also converts values to other types if specified.
             * @param message Trained
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.Trained, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Trained to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Trained
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Trained {

            /** Properties of a Trained. */
            interface $Properties {

                /** Trained runId */
                runId?: (string|null);

                /** Trained round */
                round?: (number|null);

                /** Trained attempt */
                attempt?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Trained. */
            type $Shape = mammofed.v1.Trained.$Properties;
        }

        /**
         * Properties of a TrainedNoted.
         * @deprecated Use mammofed.v1.TrainedNoted.$Properties instead.
         */
        interface ITrainedNoted extends mammofed.v1.TrainedNoted.$Properties {
        }

        /** Represents a TrainedNoted. */
        class TrainedNoted {

            /**
             * Constructs a new TrainedNoted.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.TrainedNoted.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Encodes the specified TrainedNoted message. Does not implicitly {@link mammofed.v1.TrainedNoted.verify|verify} messages.
             * @param message TrainedNoted message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.TrainedNoted.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TrainedNoted message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.TrainedNoted & mammofed.v1.TrainedNoted.$Shape} TrainedNoted
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.TrainedNoted & mammofed.v1.TrainedNoted.$Shape;

            /**
             * Creates a TrainedNoted message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns TrainedNoted
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.TrainedNoted;

            /**
             * Creates a plain object from a TrainedNoted message. Also converts values to other types if specified.
             * @param message TrainedNoted
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.TrainedNoted, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this TrainedNoted to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for TrainedNoted
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace TrainedNoted {

            /** Properties of a TrainedNoted. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TrainedNoted. */
            type $Shape = mammofed.v1.TrainedNoted.$Properties;
        }

        /**
         * Properties of a ChunkRequest.
         * @deprecated Use mammofed.v1.ChunkRequest.$Properties instead.
         */
        interface IChunkRequest extends mammofed.v1.ChunkRequest.$Properties {
        }

        /** Represents a ChunkRequest. */
        class ChunkRequest {

            /**
             * Constructs a new ChunkRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.ChunkRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ChunkRequest sha256. */
            sha256: Uint8Array;

            /** ChunkRequest index. */
            index: number;

            /**
             * Encodes the specified ChunkRequest message. Does not implicitly {@link mammofed.v1.ChunkRequest.verify|verify} messages.
             * @param message ChunkRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.ChunkRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ChunkRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.ChunkRequest & mammofed.v1.ChunkRequest.$Shape} ChunkRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.ChunkRequest & mammofed.v1.ChunkRequest.$Shape;

            /**
             * Creates a ChunkRequest message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ChunkRequest
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.ChunkRequest;

            /**
             * Creates a plain object from a ChunkRequest message. Also converts values to other types if specified.
             * @param message ChunkRequest
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.ChunkRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ChunkRequest to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for ChunkRequest
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ChunkRequest {

            /** Properties of a ChunkRequest. */
            interface $Properties {

                /** ChunkRequest sha256 */
                sha256?: (Uint8Array|null);

                /** ChunkRequest index */
                index?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ChunkRequest. */
            type $Shape = mammofed.v1.ChunkRequest.$Properties;
        }

        /**
         * Properties of a Chunk.
         * @deprecated Use mammofed.v1.Chunk.$Properties instead.
         */
        interface IChunk extends mammofed.v1.Chunk.$Properties {
        }

        /** Represents a Chunk. */
        class Chunk {

            /**
             * Constructs a new Chunk.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.Chunk.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Chunk sha256. */
            sha256: Uint8Array;

            /** Chunk index. */
            index: number;

            /** Chunk data. */
            data: Uint8Array;

            /** Chunk chunkSha256. */
            chunkSha256: Uint8Array;

            /**
             * Encodes the specified Chunk message. Does not implicitly {@link mammofed.v1.Chunk.verify|verify} messages.
             * @param message Chunk message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.Chunk.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Chunk message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.Chunk & mammofed.v1.Chunk.$Shape} Chunk
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.Chunk & mammofed.v1.Chunk.$Shape;

            /**
             * Creates a Chunk message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Chunk
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.Chunk;

            /**
             * Creates a plain object from a Chunk message. Also converts values to other types if specified.
             * @param message Chunk
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.Chunk, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Chunk to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Chunk
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Chunk {

            /** Properties of a Chunk. */
            interface $Properties {

                /** Chunk sha256 */
                sha256?: (Uint8Array|null);

                /** Chunk index */
                index?: (number|null);

                /** Chunk data */
                data?: (Uint8Array|null);

                /** Chunk chunkSha256 */
                chunkSha256?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Chunk. */
            type $Shape = mammofed.v1.Chunk.$Properties;
        }

        /**
         * Properties of an UploadOpen.
         * @deprecated Use mammofed.v1.UploadOpen.$Properties instead.
         */
        interface IUploadOpen extends mammofed.v1.UploadOpen.$Properties {
        }

        /** Represents an UploadOpen. */
        class UploadOpen {

            /**
             * Constructs a new UploadOpen.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.UploadOpen.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** UploadOpen runId. */
            runId: string;

            /** UploadOpen round. */
            round: number;

            /** UploadOpen attempt. */
            attempt: number;

            /** UploadOpen sha256. */
            sha256: Uint8Array;

            /** UploadOpen byteLength. */
            byteLength: (number|Long);

            /** UploadOpen statistics. */
            statistics?: (mammofed.v1.TrainingStatistics.$Properties|null);

            /** UploadOpen engine. */
            engine?: (mammofed.v1.EngineReport.$Properties|null);

            /**
             * Encodes the specified UploadOpen message. Does not implicitly {@link mammofed.v1.UploadOpen.verify|verify} messages.
             * @param message UploadOpen message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.UploadOpen.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an UploadOpen message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.UploadOpen & mammofed.v1.UploadOpen.$Shape} UploadOpen
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.UploadOpen & mammofed.v1.UploadOpen.$Shape;

            /**
             * Creates an UploadOpen message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns UploadOpen
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.UploadOpen;

            /**
             * Creates a plain object from an UploadOpen message. Also converts values to other types if specified.
             * @param message UploadOpen
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.UploadOpen, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this UploadOpen to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for UploadOpen
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace UploadOpen {

            /** Properties of an UploadOpen. */
            interface $Properties {

                /** UploadOpen runId */
                runId?: (string|null);

                /** UploadOpen round */
                round?: (number|null);

                /** UploadOpen attempt */
                attempt?: (number|null);

                /** UploadOpen sha256 */
                sha256?: (Uint8Array|null);

                /** UploadOpen byteLength */
                byteLength?: (number|Long|null);

                /** UploadOpen statistics */
                statistics?: (mammofed.v1.TrainingStatistics.$Properties|null);

                /** UploadOpen engine */
                engine?: (mammofed.v1.EngineReport.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an UploadOpen. */
            type $Shape = mammofed.v1.UploadOpen.$Properties;
        }

        /**
         * Properties of an UploadStatus.
         * @deprecated Use mammofed.v1.UploadStatus.$Properties instead.
         */
        interface IUploadStatus extends mammofed.v1.UploadStatus.$Properties {
        }

        /** Represents an UploadStatus. */
        class UploadStatus {

            /**
             * Constructs a new UploadStatus.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.UploadStatus.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** UploadStatus nextChunk. */
            nextChunk: number;

            /** UploadStatus complete. */
            complete: boolean;

            /**
             * Encodes the specified UploadStatus message. Does not implicitly {@link mammofed.v1.UploadStatus.verify|verify} messages.
             * @param message UploadStatus message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.UploadStatus.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an UploadStatus message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.UploadStatus & mammofed.v1.UploadStatus.$Shape} UploadStatus
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.UploadStatus & mammofed.v1.UploadStatus.$Shape;

            /**
             * Creates an UploadStatus message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns UploadStatus
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.UploadStatus;

            /**
             * Creates a plain object from an UploadStatus message. Also converts values to other types if specified.
             * @param message UploadStatus
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.UploadStatus, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this UploadStatus to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for UploadStatus
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace UploadStatus {

            /** Properties of an UploadStatus. */
            interface $Properties {

                /** UploadStatus nextChunk */
                nextChunk?: (number|null);

                /** UploadStatus complete */
                complete?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an UploadStatus. */
            type $Shape = mammofed.v1.UploadStatus.$Properties;
        }

        /**
         * Properties of an UploadChunk.
         * @deprecated Use mammofed.v1.UploadChunk.$Properties instead.
         */
        interface IUploadChunk extends mammofed.v1.UploadChunk.$Properties {
        }

        /** Represents an UploadChunk. */
        class UploadChunk {

            /**
             * Constructs a new UploadChunk.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.UploadChunk.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** UploadChunk runId. */
            runId: string;

            /** UploadChunk round. */
            round: number;

            /** UploadChunk attempt. */
            attempt: number;

            /** UploadChunk index. */
            index: number;

            /** UploadChunk data. */
            data: Uint8Array;

            /** UploadChunk chunkSha256. */
            chunkSha256: Uint8Array;

            /**
             * Encodes the specified UploadChunk message. Does not implicitly {@link mammofed.v1.UploadChunk.verify|verify} messages.
             * @param message UploadChunk message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.UploadChunk.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an UploadChunk message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.UploadChunk & mammofed.v1.UploadChunk.$Shape} UploadChunk
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.UploadChunk & mammofed.v1.UploadChunk.$Shape;

            /**
             * Creates an UploadChunk message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns UploadChunk
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.UploadChunk;

            /**
             * Creates a plain object from an UploadChunk message. Also converts values to other types if specified.
             * @param message UploadChunk
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.UploadChunk, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this UploadChunk to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for UploadChunk
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace UploadChunk {

            /** Properties of an UploadChunk. */
            interface $Properties {

                /** UploadChunk runId */
                runId?: (string|null);

                /** UploadChunk round */
                round?: (number|null);

                /** UploadChunk attempt */
                attempt?: (number|null);

                /** UploadChunk index */
                index?: (number|null);

                /** UploadChunk data */
                data?: (Uint8Array|null);

                /** UploadChunk chunkSha256 */
                chunkSha256?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an UploadChunk. */
            type $Shape = mammofed.v1.UploadChunk.$Properties;
        }

        /**
         * Properties of a TrainingStatistics.
         * @deprecated Use mammofed.v1.TrainingStatistics.$Properties instead.
         */
        interface ITrainingStatistics extends mammofed.v1.TrainingStatistics.$Properties {
        }

        /** Represents a TrainingStatistics. */
        class TrainingStatistics {

            /**
             * Constructs a new TrainingStatistics.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.TrainingStatistics.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TrainingStatistics exampleCount. */
            exampleCount?: (number|null);

            /** TrainingStatistics meanLoss. */
            meanLoss?: (number|null);

            /**
             * Encodes the specified TrainingStatistics message. Does not implicitly {@link mammofed.v1.TrainingStatistics.verify|verify} messages.
             * @param message TrainingStatistics message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.TrainingStatistics.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TrainingStatistics message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.TrainingStatistics & mammofed.v1.TrainingStatistics.$Shape} TrainingStatistics
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.TrainingStatistics & mammofed.v1.TrainingStatistics.$Shape;

            /**
             * Creates a TrainingStatistics message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns TrainingStatistics
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.TrainingStatistics;

            /**
             * Creates a plain object from a TrainingStatistics message. Also converts values to other types if specified.
             * @param message TrainingStatistics
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.TrainingStatistics, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this TrainingStatistics to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for TrainingStatistics
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace TrainingStatistics {

            /** Properties of a TrainingStatistics. */
            interface $Properties {

                /** TrainingStatistics exampleCount */
                exampleCount?: (number|null);

                /** TrainingStatistics meanLoss */
                meanLoss?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TrainingStatistics. */
            type $Shape = mammofed.v1.TrainingStatistics.$Properties;
        }

        /**
         * Properties of an EngineReport.
         * @deprecated Use mammofed.v1.EngineReport.$Properties instead.
         */
        interface IEngineReport extends mammofed.v1.EngineReport.$Properties {
        }

        /** Represents an EngineReport. */
        class EngineReport {

            /**
             * Constructs a new EngineReport.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.EngineReport.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EngineReport name. */
            name: string;

            /** EngineReport device. */
            device: string;

            /** EngineReport steps. */
            steps?: (number|null);

            /**
             * Encodes the specified EngineReport message. Does not implicitly {@link mammofed.v1.EngineReport.verify|verify} messages.
             * @param message EngineReport message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.EngineReport.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EngineReport message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.EngineReport & mammofed.v1.EngineReport.$Shape} EngineReport
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.EngineReport & mammofed.v1.EngineReport.$Shape;

            /**
             * Creates an EngineReport message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns EngineReport
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.EngineReport;

            /**
             * Creates a plain object from an EngineReport message. Also converts values to other types if specified.
             * @param message EngineReport
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.EngineReport, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this EngineReport to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for EngineReport
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace EngineReport {

            /** Properties of an EngineReport. */
            interface $Properties {

                /** EngineReport name */
                name?: (string|null);

                /** EngineReport device */
                device?: (string|null);

                /** EngineReport steps */
                steps?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EngineReport. */
            type $Shape = mammofed.v1.EngineReport.$Properties;
        }

        /**
         * Properties of a MetricSummary.
         * @deprecated Use mammofed.v1.MetricSummary.$Properties instead.
         */
        interface IMetricSummary extends mammofed.v1.MetricSummary.$Properties {
        }

        /** Represents a MetricSummary. */
        class MetricSummary {

            /**
             * Constructs a new MetricSummary.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.MetricSummary.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MetricSummary mean. */
            mean?: (number|null);

            /** MetricSummary min. */
            min?: (number|null);

            /** MetricSummary max. */
            max?: (number|null);

            /**
             * Encodes the specified MetricSummary message. Does not implicitly {@link mammofed.v1.MetricSummary.verify|verify} messages.
             * @param message MetricSummary message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.MetricSummary.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MetricSummary message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.MetricSummary & mammofed.v1.MetricSummary.$Shape} MetricSummary
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.MetricSummary & mammofed.v1.MetricSummary.$Shape;

            /**
             * Creates a MetricSummary message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns MetricSummary
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.MetricSummary;

            /**
             * Creates a plain object from a MetricSummary message. Also converts values to other types if specified.
             * @param message MetricSummary
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.MetricSummary, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this MetricSummary to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for MetricSummary
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace MetricSummary {

            /** Properties of a MetricSummary. */
            interface $Properties {

                /** MetricSummary mean */
                mean?: (number|null);

                /** MetricSummary min */
                min?: (number|null);

                /** MetricSummary max */
                max?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MetricSummary. */
            type $Shape = mammofed.v1.MetricSummary.$Properties;
        }

        /**
         * Properties of an Interval.
         * @deprecated Use mammofed.v1.Interval.$Properties instead.
         */
        interface IInterval extends mammofed.v1.Interval.$Properties {
        }

        /** Represents an Interval. */
        class Interval {

            /**
             * Constructs a new Interval.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.Interval.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Interval low. */
            low: number;

            /** Interval high. */
            high: number;

            /**
             * Encodes the specified Interval message. Does not implicitly {@link mammofed.v1.Interval.verify|verify} messages.
             * @param message Interval message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.Interval.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Interval message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.Interval & mammofed.v1.Interval.$Shape} Interval
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.Interval & mammofed.v1.Interval.$Shape;

            /**
             * Creates an Interval message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Interval
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.Interval;

            /**
             * Creates a plain object from an Interval message. Also converts values to other types if specified.
             * @param message Interval
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.Interval, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Interval to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Interval
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Interval {

            /** Properties of an Interval. */
            interface $Properties {

                /** Interval low */
                low?: (number|null);

                /** Interval high */
                high?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Interval. */
            type $Shape = mammofed.v1.Interval.$Properties;
        }

        /**
         * Properties of a SubsetFigures.
         * @deprecated Use mammofed.v1.SubsetFigures.$Properties instead.
         */
        interface ISubsetFigures extends mammofed.v1.SubsetFigures.$Properties {
        }

        /** Represents a SubsetFigures. */
        class SubsetFigures {

            /**
             * Constructs a new SubsetFigures.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.SubsetFigures.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SubsetFigures n. */
            n: number;

            /** SubsetFigures dice. */
            dice: number;

            /**
             * Encodes the specified SubsetFigures message. Does not implicitly {@link mammofed.v1.SubsetFigures.verify|verify} messages.
             * @param message SubsetFigures message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.SubsetFigures.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SubsetFigures message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.SubsetFigures & mammofed.v1.SubsetFigures.$Shape} SubsetFigures
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.SubsetFigures & mammofed.v1.SubsetFigures.$Shape;

            /**
             * Creates a SubsetFigures message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns SubsetFigures
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.SubsetFigures;

            /**
             * Creates a plain object from a SubsetFigures message. Also converts values to other types if specified.
             * @param message SubsetFigures
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.SubsetFigures, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this SubsetFigures to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for SubsetFigures
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace SubsetFigures {

            /** Properties of a SubsetFigures. */
            interface $Properties {

                /** SubsetFigures n */
                n?: (number|null);

                /** SubsetFigures dice */
                dice?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SubsetFigures. */
            type $Shape = mammofed.v1.SubsetFigures.$Properties;
        }

        /**
         * Properties of a SegmentationSummary.
         * @deprecated Use mammofed.v1.SegmentationSummary.$Properties instead.
         */
        interface ISegmentationSummary extends mammofed.v1.SegmentationSummary.$Properties {
        }

        /** Represents a SegmentationSummary. */
        class SegmentationSummary {

            /**
             * Constructs a new SegmentationSummary.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.SegmentationSummary.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SegmentationSummary iou. */
            iou?: (number|null);

            /** SegmentationSummary surface. */
            surface?: (mammofed.v1.SurfaceMeans.$Properties|null);

            /** SegmentationSummary lesions. */
            lesions?: (mammofed.v1.LesionMeans.$Properties|null);

            /** SegmentationSummary size. */
            size?: (mammofed.v1.SizeSlice.$Properties|null);

            /** SegmentationSummary density. */
            density?: (mammofed.v1.DensitySlice.$Properties|null);

            /** SegmentationSummary pathology. */
            pathology?: (mammofed.v1.PathologySlice.$Properties|null);

            /**
             * Encodes the specified SegmentationSummary message. Does not implicitly {@link mammofed.v1.SegmentationSummary.verify|verify} messages.
             * @param message SegmentationSummary message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.SegmentationSummary.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SegmentationSummary message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.SegmentationSummary & mammofed.v1.SegmentationSummary.$Shape} SegmentationSummary
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.SegmentationSummary & mammofed.v1.SegmentationSummary.$Shape;

            /**
             * Creates a SegmentationSummary message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns SegmentationSummary
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.SegmentationSummary;

            /**
             * Creates a plain object from a SegmentationSummary message. Also converts values to other types if specified.
             * @param message SegmentationSummary
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.SegmentationSummary, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this SegmentationSummary to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for SegmentationSummary
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace SegmentationSummary {

            /** Properties of a SegmentationSummary. */
            interface $Properties {

                /** SegmentationSummary iou */
                iou?: (number|null);

                /** SegmentationSummary surface */
                surface?: (mammofed.v1.SurfaceMeans.$Properties|null);

                /** SegmentationSummary lesions */
                lesions?: (mammofed.v1.LesionMeans.$Properties|null);

                /** SegmentationSummary size */
                size?: (mammofed.v1.SizeSlice.$Properties|null);

                /** SegmentationSummary density */
                density?: (mammofed.v1.DensitySlice.$Properties|null);

                /** SegmentationSummary pathology */
                pathology?: (mammofed.v1.PathologySlice.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SegmentationSummary. */
            type $Shape = mammofed.v1.SegmentationSummary.$Properties;
        }

        /**
         * Properties of a SurfaceMeans.
         * @deprecated Use mammofed.v1.SurfaceMeans.$Properties instead.
         */
        interface ISurfaceMeans extends mammofed.v1.SurfaceMeans.$Properties {
        }

        /** Represents a SurfaceMeans. */
        class SurfaceMeans {

            /**
             * Constructs a new SurfaceMeans.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.SurfaceMeans.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SurfaceMeans unit. */
            unit: string;

            /** SurfaceMeans tolerance. */
            tolerance: number;

            /** SurfaceMeans hausdorff95. */
            hausdorff95: number;

            /** SurfaceMeans averageSurfaceDistance. */
            averageSurfaceDistance: number;

            /** SurfaceMeans normalizedSurfaceDice. */
            normalizedSurfaceDice: number;

            /**
             * Encodes the specified SurfaceMeans message. Does not implicitly {@link mammofed.v1.SurfaceMeans.verify|verify} messages.
             * @param message SurfaceMeans message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.SurfaceMeans.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SurfaceMeans message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.SurfaceMeans & mammofed.v1.SurfaceMeans.$Shape} SurfaceMeans
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.SurfaceMeans & mammofed.v1.SurfaceMeans.$Shape;

            /**
             * Creates a SurfaceMeans message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns SurfaceMeans
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.SurfaceMeans;

            /**
             * Creates a plain object from a SurfaceMeans message. Also converts values to other types if specified.
             * @param message SurfaceMeans
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.SurfaceMeans, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this SurfaceMeans to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for SurfaceMeans
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace SurfaceMeans {

            /** Properties of a SurfaceMeans. */
            interface $Properties {

                /** SurfaceMeans unit */
                unit?: (string|null);

                /** SurfaceMeans tolerance */
                tolerance?: (number|null);

                /** SurfaceMeans hausdorff95 */
                hausdorff95?: (number|null);

                /** SurfaceMeans averageSurfaceDistance */
                averageSurfaceDistance?: (number|null);

                /** SurfaceMeans normalizedSurfaceDice */
                normalizedSurfaceDice?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SurfaceMeans. */
            type $Shape = mammofed.v1.SurfaceMeans.$Properties;
        }

        /**
         * Properties of a LesionMeans.
         * @deprecated Use mammofed.v1.LesionMeans.$Properties instead.
         */
        interface ILesionMeans extends mammofed.v1.LesionMeans.$Properties {
        }

        /** Represents a LesionMeans. */
        class LesionMeans {

            /**
             * Constructs a new LesionMeans.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.LesionMeans.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LesionMeans step. */
            step: number;

            /** LesionMeans sensitivity. */
            sensitivity: number;

            /** LesionMeans falsePositivesPerImage. */
            falsePositivesPerImage: number;

            /**
             * Encodes the specified LesionMeans message. Does not implicitly {@link mammofed.v1.LesionMeans.verify|verify} messages.
             * @param message LesionMeans message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.LesionMeans.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LesionMeans message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.LesionMeans & mammofed.v1.LesionMeans.$Shape} LesionMeans
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.LesionMeans & mammofed.v1.LesionMeans.$Shape;

            /**
             * Creates a LesionMeans message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns LesionMeans
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.LesionMeans;

            /**
             * Creates a plain object from a LesionMeans message. Also converts values to other types if specified.
             * @param message LesionMeans
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.LesionMeans, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this LesionMeans to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for LesionMeans
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace LesionMeans {

            /** Properties of a LesionMeans. */
            interface $Properties {

                /** LesionMeans step */
                step?: (number|null);

                /** LesionMeans sensitivity */
                sensitivity?: (number|null);

                /** LesionMeans falsePositivesPerImage */
                falsePositivesPerImage?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LesionMeans. */
            type $Shape = mammofed.v1.LesionMeans.$Properties;
        }

        /**
         * Properties of a SizeSlice.
         * @deprecated Use mammofed.v1.SizeSlice.$Properties instead.
         */
        interface ISizeSlice extends mammofed.v1.SizeSlice.$Properties {
        }

        /** Represents a SizeSlice. */
        class SizeSlice {

            /**
             * Constructs a new SizeSlice.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.SizeSlice.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SizeSlice small. */
            small?: (mammofed.v1.SubsetFigures.$Properties|null);

            /** SizeSlice medium. */
            medium?: (mammofed.v1.SubsetFigures.$Properties|null);

            /** SizeSlice large. */
            large?: (mammofed.v1.SubsetFigures.$Properties|null);

            /**
             * Encodes the specified SizeSlice message. Does not implicitly {@link mammofed.v1.SizeSlice.verify|verify} messages.
             * @param message SizeSlice message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.SizeSlice.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SizeSlice message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.SizeSlice & mammofed.v1.SizeSlice.$Shape} SizeSlice
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.SizeSlice & mammofed.v1.SizeSlice.$Shape;

            /**
             * Creates a SizeSlice message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns SizeSlice
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.SizeSlice;

            /**
             * Creates a plain object from a SizeSlice message. Also converts values to other types if specified.
             * @param message SizeSlice
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.SizeSlice, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this SizeSlice to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for SizeSlice
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace SizeSlice {

            /** Properties of a SizeSlice. */
            interface $Properties {

                /** SizeSlice small */
                small?: (mammofed.v1.SubsetFigures.$Properties|null);

                /** SizeSlice medium */
                medium?: (mammofed.v1.SubsetFigures.$Properties|null);

                /** SizeSlice large */
                large?: (mammofed.v1.SubsetFigures.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SizeSlice. */
            type $Shape = mammofed.v1.SizeSlice.$Properties;
        }

        /**
         * Properties of a DensitySlice.
         * @deprecated Use mammofed.v1.DensitySlice.$Properties instead.
         */
        interface IDensitySlice extends mammofed.v1.DensitySlice.$Properties {
        }

        /** Represents a DensitySlice. */
        class DensitySlice {

            /**
             * Constructs a new DensitySlice.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.DensitySlice.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DensitySlice a. */
            a?: (mammofed.v1.SubsetFigures.$Properties|null);

            /** DensitySlice b. */
            b?: (mammofed.v1.SubsetFigures.$Properties|null);

            /** DensitySlice c. */
            c?: (mammofed.v1.SubsetFigures.$Properties|null);

            /** DensitySlice d. */
            d?: (mammofed.v1.SubsetFigures.$Properties|null);

            /** DensitySlice unknown. */
            unknown?: (mammofed.v1.SubsetFigures.$Properties|null);

            /**
             * Encodes the specified DensitySlice message. Does not implicitly {@link mammofed.v1.DensitySlice.verify|verify} messages.
             * @param message DensitySlice message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.DensitySlice.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DensitySlice message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.DensitySlice & mammofed.v1.DensitySlice.$Shape} DensitySlice
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.DensitySlice & mammofed.v1.DensitySlice.$Shape;

            /**
             * Creates a DensitySlice message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns DensitySlice
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.DensitySlice;

            /**
             * Creates a plain object from a DensitySlice message. Also converts values to other types if specified.
             * @param message DensitySlice
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.DensitySlice, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this DensitySlice to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for DensitySlice
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace DensitySlice {

            /** Properties of a DensitySlice. */
            interface $Properties {

                /** DensitySlice a */
                a?: (mammofed.v1.SubsetFigures.$Properties|null);

                /** DensitySlice b */
                b?: (mammofed.v1.SubsetFigures.$Properties|null);

                /** DensitySlice c */
                c?: (mammofed.v1.SubsetFigures.$Properties|null);

                /** DensitySlice d */
                d?: (mammofed.v1.SubsetFigures.$Properties|null);

                /** DensitySlice unknown */
                unknown?: (mammofed.v1.SubsetFigures.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DensitySlice. */
            type $Shape = mammofed.v1.DensitySlice.$Properties;
        }

        /**
         * Properties of a PathologySlice.
         * @deprecated Use mammofed.v1.PathologySlice.$Properties instead.
         */
        interface IPathologySlice extends mammofed.v1.PathologySlice.$Properties {
        }

        /** Represents a PathologySlice. */
        class PathologySlice {

            /**
             * Constructs a new PathologySlice.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.PathologySlice.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PathologySlice benign. */
            benign?: (mammofed.v1.SubsetFigures.$Properties|null);

            /** PathologySlice malignant. */
            malignant?: (mammofed.v1.SubsetFigures.$Properties|null);

            /** PathologySlice unknown. */
            unknown?: (mammofed.v1.SubsetFigures.$Properties|null);

            /**
             * Encodes the specified PathologySlice message. Does not implicitly {@link mammofed.v1.PathologySlice.verify|verify} messages.
             * @param message PathologySlice message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.PathologySlice.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PathologySlice message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.PathologySlice & mammofed.v1.PathologySlice.$Shape} PathologySlice
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.PathologySlice & mammofed.v1.PathologySlice.$Shape;

            /**
             * Creates a PathologySlice message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PathologySlice
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.PathologySlice;

            /**
             * Creates a plain object from a PathologySlice message. Also converts values to other types if specified.
             * @param message PathologySlice
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.PathologySlice, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PathologySlice to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for PathologySlice
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace PathologySlice {

            /** Properties of a PathologySlice. */
            interface $Properties {

                /** PathologySlice benign */
                benign?: (mammofed.v1.SubsetFigures.$Properties|null);

                /** PathologySlice malignant */
                malignant?: (mammofed.v1.SubsetFigures.$Properties|null);

                /** PathologySlice unknown */
                unknown?: (mammofed.v1.SubsetFigures.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PathologySlice. */
            type $Shape = mammofed.v1.PathologySlice.$Properties;
        }

        /**
         * Properties of an EvaluationReport.
         * @deprecated Use mammofed.v1.EvaluationReport.$Properties instead.
         */
        interface IEvaluationReport extends mammofed.v1.EvaluationReport.$Properties {
        }

        /** Represents an EvaluationReport. */
        class EvaluationReport {

            /**
             * Constructs a new EvaluationReport.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.EvaluationReport.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EvaluationReport runId. */
            runId: string;

            /** EvaluationReport round. */
            round: number;

            /** EvaluationReport modelSha256. */
            modelSha256: Uint8Array;

            /** EvaluationReport n. */
            n?: (number|null);

            /** EvaluationReport dice. */
            dice?: (mammofed.v1.MetricSummary.$Properties|null);

            /** EvaluationReport sensitivity. */
            sensitivity?: (mammofed.v1.MetricSummary.$Properties|null);

            /** EvaluationReport specificity. */
            specificity?: (mammofed.v1.MetricSummary.$Properties|null);

            /** EvaluationReport accuracy. */
            accuracy?: (mammofed.v1.MetricSummary.$Properties|null);

            /** EvaluationReport allLesionDice. */
            allLesionDice?: (number|null);

            /** EvaluationReport meanMaskDice. */
            meanMaskDice?: (number|null);

            /** EvaluationReport engine. */
            engine?: (mammofed.v1.EngineReport.$Properties|null);

            /** EvaluationReport diceInterval. */
            diceInterval?: (mammofed.v1.Interval.$Properties|null);

            /** EvaluationReport edge. */
            edge?: (mammofed.v1.SubsetFigures.$Properties|null);

            /** EvaluationReport central. */
            central?: (mammofed.v1.SubsetFigures.$Properties|null);

            /** EvaluationReport segmentation. */
            segmentation?: (mammofed.v1.SegmentationSummary.$Properties|null);

            /**
             * Encodes the specified EvaluationReport message. Does not implicitly {@link mammofed.v1.EvaluationReport.verify|verify} messages.
             * @param message EvaluationReport message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.EvaluationReport.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EvaluationReport message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.EvaluationReport & mammofed.v1.EvaluationReport.$Shape} EvaluationReport
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.EvaluationReport & mammofed.v1.EvaluationReport.$Shape;

            /**
             * Creates an EvaluationReport message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns EvaluationReport
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.EvaluationReport;

            /**
             * Creates a plain object from an EvaluationReport message. Also converts values to other types if specified.
             * @param message EvaluationReport
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.EvaluationReport, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this EvaluationReport to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for EvaluationReport
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace EvaluationReport {

            /** Properties of an EvaluationReport. */
            interface $Properties {

                /** EvaluationReport runId */
                runId?: (string|null);

                /** EvaluationReport round */
                round?: (number|null);

                /** EvaluationReport modelSha256 */
                modelSha256?: (Uint8Array|null);

                /** EvaluationReport n */
                n?: (number|null);

                /** EvaluationReport dice */
                dice?: (mammofed.v1.MetricSummary.$Properties|null);

                /** EvaluationReport sensitivity */
                sensitivity?: (mammofed.v1.MetricSummary.$Properties|null);

                /** EvaluationReport specificity */
                specificity?: (mammofed.v1.MetricSummary.$Properties|null);

                /** EvaluationReport accuracy */
                accuracy?: (mammofed.v1.MetricSummary.$Properties|null);

                /** EvaluationReport allLesionDice */
                allLesionDice?: (number|null);

                /** EvaluationReport meanMaskDice */
                meanMaskDice?: (number|null);

                /** EvaluationReport engine */
                engine?: (mammofed.v1.EngineReport.$Properties|null);

                /** EvaluationReport diceInterval */
                diceInterval?: (mammofed.v1.Interval.$Properties|null);

                /** EvaluationReport edge */
                edge?: (mammofed.v1.SubsetFigures.$Properties|null);

                /** EvaluationReport central */
                central?: (mammofed.v1.SubsetFigures.$Properties|null);

                /** EvaluationReport segmentation */
                segmentation?: (mammofed.v1.SegmentationSummary.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EvaluationReport. */
            type $Shape = mammofed.v1.EvaluationReport.$Properties;
        }

        /**
         * Properties of an EvaluationStored.
         * @deprecated Use mammofed.v1.EvaluationStored.$Properties instead.
         */
        interface IEvaluationStored extends mammofed.v1.EvaluationStored.$Properties {
        }

        /** Represents an EvaluationStored. */
        class EvaluationStored {

            /**
             * Constructs a new EvaluationStored.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.EvaluationStored.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Encodes the specified EvaluationStored message. Does not implicitly {@link mammofed.v1.EvaluationStored.verify|verify} messages.
             * @param message EvaluationStored message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.EvaluationStored.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EvaluationStored message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.EvaluationStored & mammofed.v1.EvaluationStored.$Shape} EvaluationStored
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.EvaluationStored & mammofed.v1.EvaluationStored.$Shape;

            /**
             * Creates an EvaluationStored message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns EvaluationStored
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.EvaluationStored;

            /**
             * Creates a plain object from an EvaluationStored message. Also converts values to other types if specified.
             * @param message EvaluationStored
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.EvaluationStored, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this EvaluationStored to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for EvaluationStored
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace EvaluationStored {

            /** Properties of an EvaluationStored. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EvaluationStored. */
            type $Shape = mammofed.v1.EvaluationStored.$Properties;
        }

        /**
         * Properties of an AdvertiseRequest.
         * @deprecated Use mammofed.v1.AdvertiseRequest.$Properties instead.
         */
        interface IAdvertiseRequest extends mammofed.v1.AdvertiseRequest.$Properties {
        }

        /** Represents an AdvertiseRequest. */
        class AdvertiseRequest {

            /**
             * Constructs a new AdvertiseRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.AdvertiseRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AdvertiseRequest runId. */
            runId: string;

            /** AdvertiseRequest round. */
            round: number;

            /** AdvertiseRequest attempt. */
            attempt: number;

            /** AdvertiseRequest threshold. */
            threshold: number;

            /** AdvertiseRequest rosterVersion. */
            rosterVersion: number;

            /** AdvertiseRequest rosterSha256. */
            rosterSha256: Uint8Array;

            /** AdvertiseRequest deadlineUnixMs. */
            deadlineUnixMs: (number|Long);

            /**
             * Encodes the specified AdvertiseRequest message. Does not implicitly {@link mammofed.v1.AdvertiseRequest.verify|verify} messages.
             * @param message AdvertiseRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.AdvertiseRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AdvertiseRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.AdvertiseRequest & mammofed.v1.AdvertiseRequest.$Shape} AdvertiseRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.AdvertiseRequest & mammofed.v1.AdvertiseRequest.$Shape;

            /**
             * Creates an AdvertiseRequest message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns AdvertiseRequest
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.AdvertiseRequest;

            /**
             * Creates a plain object from an AdvertiseRequest message. Also converts values to other types if specified.
             * @param message AdvertiseRequest
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.AdvertiseRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this AdvertiseRequest to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for AdvertiseRequest
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace AdvertiseRequest {

            /** Properties of an AdvertiseRequest. */
            interface $Properties {

                /** AdvertiseRequest runId */
                runId?: (string|null);

                /** AdvertiseRequest round */
                round?: (number|null);

                /** AdvertiseRequest attempt */
                attempt?: (number|null);

                /** AdvertiseRequest threshold */
                threshold?: (number|null);

                /** AdvertiseRequest rosterVersion */
                rosterVersion?: (number|null);

                /** AdvertiseRequest rosterSha256 */
                rosterSha256?: (Uint8Array|null);

                /** AdvertiseRequest deadlineUnixMs */
                deadlineUnixMs?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AdvertiseRequest. */
            type $Shape = mammofed.v1.AdvertiseRequest.$Properties;
        }

        /**
         * Properties of an AttemptTerms.
         * @deprecated Use mammofed.v1.AttemptTerms.$Properties instead.
         */
        interface IAttemptTerms extends mammofed.v1.AttemptTerms.$Properties {
        }

        /** Represents an AttemptTerms. */
        class AttemptTerms {

            /**
             * Constructs a new AttemptTerms.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.AttemptTerms.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AttemptTerms consortium. */
            consortium: Uint8Array;

            /** AttemptTerms run. */
            run: string;

            /** AttemptTerms round. */
            round: number;

            /** AttemptTerms attempt. */
            attempt: number;

            /** AttemptTerms configurationHash. */
            configurationHash: Uint8Array;

            /** AttemptTerms threshold. */
            threshold: number;

            /** AttemptTerms clipsHash. */
            clipsHash: Uint8Array;

            /** AttemptTerms ringBits. */
            ringBits: number;

            /** AttemptTerms baseModel. */
            baseModel: Uint8Array;

            /** AttemptTerms rosterVersion. */
            rosterVersion: number;

            /** AttemptTerms rosterHash. */
            rosterHash: Uint8Array;

            /**
             * Encodes the specified AttemptTerms message. Does not implicitly {@link mammofed.v1.AttemptTerms.verify|verify} messages.
             * @param message AttemptTerms message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.AttemptTerms.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AttemptTerms message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.AttemptTerms & mammofed.v1.AttemptTerms.$Shape} AttemptTerms
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.AttemptTerms & mammofed.v1.AttemptTerms.$Shape;

            /**
             * Creates an AttemptTerms message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns AttemptTerms
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.AttemptTerms;

            /**
             * Creates a plain object from an AttemptTerms message. Also converts values to other types if specified.
             * @param message AttemptTerms
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.AttemptTerms, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this AttemptTerms to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for AttemptTerms
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace AttemptTerms {

            /** Properties of an AttemptTerms. */
            interface $Properties {

                /** AttemptTerms consortium */
                consortium?: (Uint8Array|null);

                /** AttemptTerms run */
                run?: (string|null);

                /** AttemptTerms round */
                round?: (number|null);

                /** AttemptTerms attempt */
                attempt?: (number|null);

                /** AttemptTerms configurationHash */
                configurationHash?: (Uint8Array|null);

                /** AttemptTerms threshold */
                threshold?: (number|null);

                /** AttemptTerms clipsHash */
                clipsHash?: (Uint8Array|null);

                /** AttemptTerms ringBits */
                ringBits?: (number|null);

                /** AttemptTerms baseModel */
                baseModel?: (Uint8Array|null);

                /** AttemptTerms rosterVersion */
                rosterVersion?: (number|null);

                /** AttemptTerms rosterHash */
                rosterHash?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AttemptTerms. */
            type $Shape = mammofed.v1.AttemptTerms.$Properties;
        }

        /**
         * Properties of a LogHead.
         * @deprecated Use mammofed.v1.LogHead.$Properties instead.
         */
        interface ILogHead extends mammofed.v1.LogHead.$Properties {
        }

        /** Represents a LogHead. */
        class LogHead {

            /**
             * Constructs a new LogHead.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.LogHead.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LogHead size. */
            size: (number|Long);

            /** LogHead root. */
            root: Uint8Array;

            /**
             * Encodes the specified LogHead message. Does not implicitly {@link mammofed.v1.LogHead.verify|verify} messages.
             * @param message LogHead message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.LogHead.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LogHead message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.LogHead & mammofed.v1.LogHead.$Shape} LogHead
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.LogHead & mammofed.v1.LogHead.$Shape;

            /**
             * Creates a LogHead message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns LogHead
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.LogHead;

            /**
             * Creates a plain object from a LogHead message. Also converts values to other types if specified.
             * @param message LogHead
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.LogHead, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this LogHead to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for LogHead
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace LogHead {

            /** Properties of a LogHead. */
            interface $Properties {

                /** LogHead size */
                size?: (number|Long|null);

                /** LogHead root */
                root?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LogHead. */
            type $Shape = mammofed.v1.LogHead.$Properties;
        }

        /**
         * Properties of an Advertisement.
         * @deprecated Use mammofed.v1.Advertisement.$Properties instead.
         */
        interface IAdvertisement extends mammofed.v1.Advertisement.$Properties {
        }

        /** Represents an Advertisement. */
        class Advertisement {

            /**
             * Constructs a new Advertisement.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.Advertisement.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Advertisement site. */
            site: string;

            /** Advertisement terms. */
            terms?: (mammofed.v1.AttemptTerms.$Properties|null);

            /** Advertisement maskingKey. */
            maskingKey: Uint8Array;

            /** Advertisement sealingKey. */
            sealingKey: Uint8Array;

            /** Advertisement log. */
            log?: (mammofed.v1.LogHead.$Properties|null);

            /** Advertisement signature. */
            signature: Uint8Array;

            /**
             * Encodes the specified Advertisement message. Does not implicitly {@link mammofed.v1.Advertisement.verify|verify} messages.
             * @param message Advertisement message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.Advertisement.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Advertisement message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.Advertisement & mammofed.v1.Advertisement.$Shape} Advertisement
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.Advertisement & mammofed.v1.Advertisement.$Shape;

            /**
             * Creates an Advertisement message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Advertisement
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.Advertisement;

            /**
             * Creates a plain object from an Advertisement message. Also converts values to other types if specified.
             * @param message Advertisement
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.Advertisement, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Advertisement to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Advertisement
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Advertisement {

            /** Properties of an Advertisement. */
            interface $Properties {

                /** Advertisement site */
                site?: (string|null);

                /** Advertisement terms */
                terms?: (mammofed.v1.AttemptTerms.$Properties|null);

                /** Advertisement maskingKey */
                maskingKey?: (Uint8Array|null);

                /** Advertisement sealingKey */
                sealingKey?: (Uint8Array|null);

                /** Advertisement log */
                log?: (mammofed.v1.LogHead.$Properties|null);

                /** Advertisement signature */
                signature?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Advertisement. */
            type $Shape = mammofed.v1.Advertisement.$Properties;
        }

        /**
         * Properties of a Roll.
         * @deprecated Use mammofed.v1.Roll.$Properties instead.
         */
        interface IRoll extends mammofed.v1.Roll.$Properties {
        }

        /** Represents a Roll. */
        class Roll {

            /**
             * Constructs a new Roll.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.Roll.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Roll runId. */
            runId: string;

            /** Roll round. */
            round: number;

            /** Roll attempt. */
            attempt: number;

            /** Roll advertisements. */
            advertisements: mammofed.v1.Advertisement.$Properties[];

            /**
             * Encodes the specified Roll message. Does not implicitly {@link mammofed.v1.Roll.verify|verify} messages.
             * @param message Roll message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.Roll.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Roll message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.Roll & mammofed.v1.Roll.$Shape} Roll
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.Roll & mammofed.v1.Roll.$Shape;

            /**
             * Creates a Roll message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Roll
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.Roll;

            /**
             * Creates a plain object from a Roll message. Also converts values to other types if specified.
             * @param message Roll
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.Roll, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Roll to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Roll
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Roll {

            /** Properties of a Roll. */
            interface $Properties {

                /** Roll runId */
                runId?: (string|null);

                /** Roll round */
                round?: (number|null);

                /** Roll attempt */
                attempt?: (number|null);

                /** Roll advertisements */
                advertisements?: (mammofed.v1.Advertisement.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Roll. */
            type $Shape = mammofed.v1.Roll.$Properties;
        }

        /**
         * Properties of a SharesFor.
         * @deprecated Use mammofed.v1.SharesFor.$Properties instead.
         */
        interface ISharesFor extends mammofed.v1.SharesFor.$Properties {
        }

        /** Represents a SharesFor. */
        class SharesFor {

            /**
             * Constructs a new SharesFor.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.SharesFor.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SharesFor receiver. */
            receiver: string;

            /** SharesFor bytes. */
            bytes: Uint8Array;

            /**
             * Encodes the specified SharesFor message. Does not implicitly {@link mammofed.v1.SharesFor.verify|verify} messages.
             * @param message SharesFor message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.SharesFor.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SharesFor message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.SharesFor & mammofed.v1.SharesFor.$Shape} SharesFor
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.SharesFor & mammofed.v1.SharesFor.$Shape;

            /**
             * Creates a SharesFor message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns SharesFor
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.SharesFor;

            /**
             * Creates a plain object from a SharesFor message. Also converts values to other types if specified.
             * @param message SharesFor
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.SharesFor, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this SharesFor to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for SharesFor
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace SharesFor {

            /** Properties of a SharesFor. */
            interface $Properties {

                /** SharesFor receiver */
                receiver?: (string|null);

                /** SharesFor bytes */
                bytes?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SharesFor. */
            type $Shape = mammofed.v1.SharesFor.$Properties;
        }

        /**
         * Properties of a DealtShares.
         * @deprecated Use mammofed.v1.DealtShares.$Properties instead.
         */
        interface IDealtShares extends mammofed.v1.DealtShares.$Properties {
        }

        /** Represents a DealtShares. */
        class DealtShares {

            /**
             * Constructs a new DealtShares.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.DealtShares.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DealtShares site. */
            site: string;

            /** DealtShares cohortHash. */
            cohortHash: Uint8Array;

            /** DealtShares seedCommitment. */
            seedCommitment: Uint8Array;

            /** DealtShares sealed. */
            sealed: mammofed.v1.SharesFor.$Properties[];

            /** DealtShares signature. */
            signature: Uint8Array;

            /**
             * Encodes the specified DealtShares message. Does not implicitly {@link mammofed.v1.DealtShares.verify|verify} messages.
             * @param message DealtShares message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.DealtShares.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DealtShares message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.DealtShares & mammofed.v1.DealtShares.$Shape} DealtShares
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.DealtShares & mammofed.v1.DealtShares.$Shape;

            /**
             * Creates a DealtShares message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns DealtShares
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.DealtShares;

            /**
             * Creates a plain object from a DealtShares message. Also converts values to other types if specified.
             * @param message DealtShares
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.DealtShares, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this DealtShares to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for DealtShares
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace DealtShares {

            /** Properties of a DealtShares. */
            interface $Properties {

                /** DealtShares site */
                site?: (string|null);

                /** DealtShares cohortHash */
                cohortHash?: (Uint8Array|null);

                /** DealtShares seedCommitment */
                seedCommitment?: (Uint8Array|null);

                /** DealtShares sealed */
                sealed?: (mammofed.v1.SharesFor.$Properties[]|null);

                /** DealtShares signature */
                signature?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DealtShares. */
            type $Shape = mammofed.v1.DealtShares.$Properties;
        }

        /**
         * Properties of a MaskRequest.
         * @deprecated Use mammofed.v1.MaskRequest.$Properties instead.
         */
        interface IMaskRequest extends mammofed.v1.MaskRequest.$Properties {
        }

        /** Represents a MaskRequest. */
        class MaskRequest {

            /**
             * Constructs a new MaskRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.MaskRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MaskRequest runId. */
            runId: string;

            /** MaskRequest round. */
            round: number;

            /** MaskRequest attempt. */
            attempt: number;

            /** MaskRequest sharers. */
            sharers: string[];

            /** MaskRequest sealed. */
            sealed: mammofed.v1.SharesFrom.$Properties[];

            /**
             * Encodes the specified MaskRequest message. Does not implicitly {@link mammofed.v1.MaskRequest.verify|verify} messages.
             * @param message MaskRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.MaskRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MaskRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.MaskRequest & mammofed.v1.MaskRequest.$Shape} MaskRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.MaskRequest & mammofed.v1.MaskRequest.$Shape;

            /**
             * Creates a MaskRequest message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns MaskRequest
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.MaskRequest;

            /**
             * Creates a plain object from a MaskRequest message. Also converts values to other types if specified.
             * @param message MaskRequest
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.MaskRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this MaskRequest to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for MaskRequest
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace MaskRequest {

            /** Properties of a MaskRequest. */
            interface $Properties {

                /** MaskRequest runId */
                runId?: (string|null);

                /** MaskRequest round */
                round?: (number|null);

                /** MaskRequest attempt */
                attempt?: (number|null);

                /** MaskRequest sharers */
                sharers?: (string[]|null);

                /** MaskRequest sealed */
                sealed?: (mammofed.v1.SharesFrom.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MaskRequest. */
            type $Shape = mammofed.v1.MaskRequest.$Properties;
        }

        /**
         * Properties of a SharesFrom.
         * @deprecated Use mammofed.v1.SharesFrom.$Properties instead.
         */
        interface ISharesFrom extends mammofed.v1.SharesFrom.$Properties {
        }

        /** Represents a SharesFrom. */
        class SharesFrom {

            /**
             * Constructs a new SharesFrom.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.SharesFrom.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SharesFrom sender. */
            sender: string;

            /** SharesFrom bytes. */
            bytes: Uint8Array;

            /**
             * Encodes the specified SharesFrom message. Does not implicitly {@link mammofed.v1.SharesFrom.verify|verify} messages.
             * @param message SharesFrom message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.SharesFrom.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SharesFrom message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.SharesFrom & mammofed.v1.SharesFrom.$Shape} SharesFrom
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.SharesFrom & mammofed.v1.SharesFrom.$Shape;

            /**
             * Creates a SharesFrom message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns SharesFrom
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.SharesFrom;

            /**
             * Creates a plain object from a SharesFrom message. Also converts values to other types if specified.
             * @param message SharesFrom
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.SharesFrom, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this SharesFrom to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for SharesFrom
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace SharesFrom {

            /** Properties of a SharesFrom. */
            interface $Properties {

                /** SharesFrom sender */
                sender?: (string|null);

                /** SharesFrom bytes */
                bytes?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SharesFrom. */
            type $Shape = mammofed.v1.SharesFrom.$Properties;
        }

        /**
         * Properties of a MaskAccepted.
         * @deprecated Use mammofed.v1.MaskAccepted.$Properties instead.
         */
        interface IMaskAccepted extends mammofed.v1.MaskAccepted.$Properties {
        }

        /** Represents a MaskAccepted. */
        class MaskAccepted {

            /**
             * Constructs a new MaskAccepted.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.MaskAccepted.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MaskAccepted runId. */
            runId: string;

            /** MaskAccepted round. */
            round: number;

            /** MaskAccepted attempt. */
            attempt: number;

            /**
             * Encodes the specified MaskAccepted message. Does not implicitly {@link mammofed.v1.MaskAccepted.verify|verify} messages.
             * @param message MaskAccepted message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.MaskAccepted.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MaskAccepted message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.MaskAccepted & mammofed.v1.MaskAccepted.$Shape} MaskAccepted
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.MaskAccepted & mammofed.v1.MaskAccepted.$Shape;

            /**
             * Creates a MaskAccepted message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns MaskAccepted
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.MaskAccepted;

            /**
             * Creates a plain object from a MaskAccepted message. Also converts values to other types if specified.
             * @param message MaskAccepted
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.MaskAccepted, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this MaskAccepted to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for MaskAccepted
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace MaskAccepted {

            /** Properties of a MaskAccepted. */
            interface $Properties {

                /** MaskAccepted runId */
                runId?: (string|null);

                /** MaskAccepted round */
                round?: (number|null);

                /** MaskAccepted attempt */
                attempt?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MaskAccepted. */
            type $Shape = mammofed.v1.MaskAccepted.$Properties;
        }

        /**
         * Properties of a ConfirmRequest.
         * @deprecated Use mammofed.v1.ConfirmRequest.$Properties instead.
         */
        interface IConfirmRequest extends mammofed.v1.ConfirmRequest.$Properties {
        }

        /** Represents a ConfirmRequest. */
        class ConfirmRequest {

            /**
             * Constructs a new ConfirmRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.ConfirmRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ConfirmRequest runId. */
            runId: string;

            /** ConfirmRequest round. */
            round: number;

            /** ConfirmRequest attempt. */
            attempt: number;

            /** ConfirmRequest uploaders. */
            uploaders: string[];

            /**
             * Encodes the specified ConfirmRequest message. Does not implicitly {@link mammofed.v1.ConfirmRequest.verify|verify} messages.
             * @param message ConfirmRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.ConfirmRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ConfirmRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.ConfirmRequest & mammofed.v1.ConfirmRequest.$Shape} ConfirmRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.ConfirmRequest & mammofed.v1.ConfirmRequest.$Shape;

            /**
             * Creates a ConfirmRequest message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ConfirmRequest
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.ConfirmRequest;

            /**
             * Creates a plain object from a ConfirmRequest message. Also converts values to other types if specified.
             * @param message ConfirmRequest
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.ConfirmRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ConfirmRequest to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for ConfirmRequest
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace ConfirmRequest {

            /** Properties of a ConfirmRequest. */
            interface $Properties {

                /** ConfirmRequest runId */
                runId?: (string|null);

                /** ConfirmRequest round */
                round?: (number|null);

                /** ConfirmRequest attempt */
                attempt?: (number|null);

                /** ConfirmRequest uploaders */
                uploaders?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ConfirmRequest. */
            type $Shape = mammofed.v1.ConfirmRequest.$Properties;
        }

        /**
         * Properties of a Confirmation.
         * @deprecated Use mammofed.v1.Confirmation.$Properties instead.
         */
        interface IConfirmation extends mammofed.v1.Confirmation.$Properties {
        }

        /** Represents a Confirmation. */
        class Confirmation {

            /**
             * Constructs a new Confirmation.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.Confirmation.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Confirmation site. */
            site: string;

            /** Confirmation cohortHash. */
            cohortHash: Uint8Array;

            /** Confirmation sharers. */
            sharers: string[];

            /** Confirmation uploaders. */
            uploaders: string[];

            /** Confirmation signature. */
            signature: Uint8Array;

            /**
             * Encodes the specified Confirmation message. Does not implicitly {@link mammofed.v1.Confirmation.verify|verify} messages.
             * @param message Confirmation message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.Confirmation.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Confirmation message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.Confirmation & mammofed.v1.Confirmation.$Shape} Confirmation
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.Confirmation & mammofed.v1.Confirmation.$Shape;

            /**
             * Creates a Confirmation message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Confirmation
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.Confirmation;

            /**
             * Creates a plain object from a Confirmation message. Also converts values to other types if specified.
             * @param message Confirmation
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.Confirmation, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Confirmation to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for Confirmation
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace Confirmation {

            /** Properties of a Confirmation. */
            interface $Properties {

                /** Confirmation site */
                site?: (string|null);

                /** Confirmation cohortHash */
                cohortHash?: (Uint8Array|null);

                /** Confirmation sharers */
                sharers?: (string[]|null);

                /** Confirmation uploaders */
                uploaders?: (string[]|null);

                /** Confirmation signature */
                signature?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Confirmation. */
            type $Shape = mammofed.v1.Confirmation.$Properties;
        }

        /**
         * Properties of an UnmaskRequest.
         * @deprecated Use mammofed.v1.UnmaskRequest.$Properties instead.
         */
        interface IUnmaskRequest extends mammofed.v1.UnmaskRequest.$Properties {
        }

        /** Represents an UnmaskRequest. */
        class UnmaskRequest {

            /**
             * Constructs a new UnmaskRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.UnmaskRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** UnmaskRequest runId. */
            runId: string;

            /** UnmaskRequest round. */
            round: number;

            /** UnmaskRequest attempt. */
            attempt: number;

            /** UnmaskRequest confirmations. */
            confirmations: mammofed.v1.Confirmation.$Properties[];

            /** UnmaskRequest selfMasksOf. */
            selfMasksOf: string[];

            /** UnmaskRequest keysOf. */
            keysOf: string[];

            /**
             * Encodes the specified UnmaskRequest message. Does not implicitly {@link mammofed.v1.UnmaskRequest.verify|verify} messages.
             * @param message UnmaskRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.UnmaskRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an UnmaskRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.UnmaskRequest & mammofed.v1.UnmaskRequest.$Shape} UnmaskRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.UnmaskRequest & mammofed.v1.UnmaskRequest.$Shape;

            /**
             * Creates an UnmaskRequest message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns UnmaskRequest
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.UnmaskRequest;

            /**
             * Creates a plain object from an UnmaskRequest message. Also converts values to other types if specified.
             * @param message UnmaskRequest
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.UnmaskRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this UnmaskRequest to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for UnmaskRequest
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace UnmaskRequest {

            /** Properties of an UnmaskRequest. */
            interface $Properties {

                /** UnmaskRequest runId */
                runId?: (string|null);

                /** UnmaskRequest round */
                round?: (number|null);

                /** UnmaskRequest attempt */
                attempt?: (number|null);

                /** UnmaskRequest confirmations */
                confirmations?: (mammofed.v1.Confirmation.$Properties[]|null);

                /** UnmaskRequest selfMasksOf */
                selfMasksOf?: (string[]|null);

                /** UnmaskRequest keysOf */
                keysOf?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an UnmaskRequest. */
            type $Shape = mammofed.v1.UnmaskRequest.$Properties;
        }

        /**
         * Properties of an OwnedShare.
         * @deprecated Use mammofed.v1.OwnedShare.$Properties instead.
         */
        interface IOwnedShare extends mammofed.v1.OwnedShare.$Properties {
        }

        /** Represents an OwnedShare. */
        class OwnedShare {

            /**
             * Constructs a new OwnedShare.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.OwnedShare.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** OwnedShare owner. */
            owner: string;

            /** OwnedShare share. */
            share: Uint8Array;

            /**
             * Encodes the specified OwnedShare message. Does not implicitly {@link mammofed.v1.OwnedShare.verify|verify} messages.
             * @param message OwnedShare message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.OwnedShare.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an OwnedShare message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.OwnedShare & mammofed.v1.OwnedShare.$Shape} OwnedShare
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.OwnedShare & mammofed.v1.OwnedShare.$Shape;

            /**
             * Creates an OwnedShare message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns OwnedShare
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.OwnedShare;

            /**
             * Creates a plain object from an OwnedShare message. Also converts values to other types if specified.
             * @param message OwnedShare
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.OwnedShare, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this OwnedShare to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for OwnedShare
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace OwnedShare {

            /** Properties of an OwnedShare. */
            interface $Properties {

                /** OwnedShare owner */
                owner?: (string|null);

                /** OwnedShare share */
                share?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an OwnedShare. */
            type $Shape = mammofed.v1.OwnedShare.$Properties;
        }

        /**
         * Properties of an UnmaskShares.
         * @deprecated Use mammofed.v1.UnmaskShares.$Properties instead.
         */
        interface IUnmaskShares extends mammofed.v1.UnmaskShares.$Properties {
        }

        /** Represents an UnmaskShares. */
        class UnmaskShares {

            /**
             * Constructs a new UnmaskShares.
             * @param [properties] Properties to set
             */
            constructor(properties?: mammofed.v1.UnmaskShares.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** UnmaskShares site. */
            site: string;

            /** UnmaskShares cohortHash. */
            cohortHash: Uint8Array;

            /** UnmaskShares selfMasks. */
            selfMasks: mammofed.v1.OwnedShare.$Properties[];

            /** UnmaskShares keys. */
            keys: mammofed.v1.OwnedShare.$Properties[];

            /** UnmaskShares signature. */
            signature: Uint8Array;

            /**
             * Encodes the specified UnmaskShares message. Does not implicitly {@link mammofed.v1.UnmaskShares.verify|verify} messages.
             * @param message UnmaskShares message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: mammofed.v1.UnmaskShares.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an UnmaskShares message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {mammofed.v1.UnmaskShares & mammofed.v1.UnmaskShares.$Shape} UnmaskShares
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): mammofed.v1.UnmaskShares & mammofed.v1.UnmaskShares.$Shape;

            /**
             * Creates an UnmaskShares message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns UnmaskShares
             */
            static fromObject(object: { [k: string]: any }): mammofed.v1.UnmaskShares;

            /**
             * Creates a plain object from an UnmaskShares message. Also converts values to other types if specified.
             * @param message UnmaskShares
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: mammofed.v1.UnmaskShares, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this UnmaskShares to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };

            /**
             * Gets the type url for UnmaskShares
             * @param [prefix] Custom type url prefix, defaults to `"type.googleapis.com"`
             * @returns The type url
             */
            static getTypeUrl(prefix?: string): string;
        }

        namespace UnmaskShares {

            /** Properties of an UnmaskShares. */
            interface $Properties {

                /** UnmaskShares site */
                site?: (string|null);

                /** UnmaskShares cohortHash */
                cohortHash?: (Uint8Array|null);

                /** UnmaskShares selfMasks */
                selfMasks?: (mammofed.v1.OwnedShare.$Properties[]|null);

                /** UnmaskShares keys */
                keys?: (mammofed.v1.OwnedShare.$Properties[]|null);

                /** UnmaskShares signature */
                signature?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an UnmaskShares. */
            type $Shape = mammofed.v1.UnmaskShares.$Properties;
        }
    }
}
